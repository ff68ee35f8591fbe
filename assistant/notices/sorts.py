"""All that is told, the most pressing first: in this order it stands in a message, and what comes last waits when a week is full."""
from assistant.notices.base import Sort
from assistant.notices.benefits import BENEFITS
from assistant.notices.decisions import DECISIONS
from assistant.notices.handbacks import HANDBACKS
from assistant.notices.handovers import HANDOVERS
from assistant.notices.questions import QUESTIONS, REPLIES
from assistant.notices.silence import SILENCE
from assistant.notices.tasks import TASKS
from assistant.notices.watching import WATCHING
from assistant.notices.wishes import WISHES

SORTS: tuple[Sort, ...] = (TASKS, HANDBACKS, QUESTIONS, DECISIONS, WISHES, HANDOVERS, BENEFITS, SILENCE, REPLIES, WATCHING)
