"""The doors beside the assistant's, for a face where people also fill in forms, ask for files and see their work at a glance."""
from collections.abc import Callable
from dataclasses import dataclass

from assistant.administering import Administering
from assistant.admitting import Admitting
from assistant.arriving import Arriving
from assistant.asking_on import AskingOn
from assistant.at_a_glance import Glances
from assistant.conversations import Conversations
from assistant.doing_once import Answered
from assistant.entering import Entering
from assistant.feedback import Feedback
from assistant.forms import Forms
from assistant.inspecting import Inspecting
from assistant.intake import Intake
from assistant.linking import Linking
from assistant.notices import Notices
from assistant.recording import Recording
from assistant.registers import Registers
from assistant.reporting.reporting import Reporting
from assistant.schedules.sending import Sending


@dataclass(frozen=True)
class Office:
    """Whoever answers at these doors. Each works in the thread it is called in, so call it off the loop."""
    forms: Forms
    reports: Reporting
    glances: Glances
    admitting: Admitting
    feedback: Feedback
    intake: Intake
    asking_on: AskingOn
    conversations: Conversations
    registers: Registers
    recording: Recording
    answered: Answered
    entering: Entering
    linking: Linking
    administering: Administering
    inspecting: Inspecting
    arriving: Arriving | None = None
    notices: Notices | None = None
    sending: Sending | None = None
    called: Callable[[], str] = str             # what the office calls itself
