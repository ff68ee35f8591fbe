"""What people are told unasked: what is worth telling whom, when, and in which words, as blocks. Faces put it before them and bring the answers back."""
from assistant.notices.base import Item as Item
from assistant.notices.base import Press as Press
from assistant.notices.notices import Notices as Notices
from assistant.notices.notices import Pressed as Pressed
from assistant.notices.telling import Message as Message
