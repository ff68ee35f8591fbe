"""Records as data, for the API: lists, one record with its past, and changes; always as the one who asks may see them."""
from assistant.registers.registers import Listed as Listed
from assistant.registers.registers import Registers as Registers
from assistant.registers.registers import Wanted as Wanted
from assistant.registers.registers import keyed as keyed
from assistant.registers.registers import kind_named as kind_named
from assistant.registers.registers import refuse_unless_changeable as refuse_unless_changeable
from assistant.registers.rows import Row as Row
