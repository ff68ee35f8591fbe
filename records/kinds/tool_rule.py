"""A tool rule: whether one of the tools is on or off, for a role, for a face of the assistant, or for both."""
from typing import Annotated, ClassVar, Literal, get_args

from sqlmodel import Field

from records.asker import Face, Role
from records.kinds.base import Kind, Record, Says, one_of

Name = Literal["find_records", "show_record", "my_work", "status_report", "portfolio_summary", "rank_portfolio", "select_portfolio", "what_changed",
               "explain_figure", "what_if", "check_compliance", "search_governance", "create_record", "create_tasks", "break_down_project", "start_project",
               "plan_scenario", "propose_risks", "change_records", "undo_change"]
Whose = Literal["all", "viewer", "member", "project manager", "value manager", "executive", "auditor", "PMO admin"]
State = Literal["on", "off"]


class ToolRule(Record, table=True):
    """Without a rule every tool is on. Forms, lists and imports are no tools: there an admin takes back a rule, whatever is off."""
    kind: ClassVar[Kind] = Kind("TR", "tool rule", "tool rules", title="tool", line="{key} {tool}: {state}",
                                columns=("tool", "role", "face", "state", "reason"), write=(Role.admin,),
                                tells=("(switch off|turn off) [the] tool {tool} [for {role}] [(in|on|by|through) [the] {face}] {state=off} [because {reason}]",
                                       "(switch on|turn on) [the] tool {tool} [for {role}] [(in|on|by|through) [the] {face}] {state=on} [because {reason}]"),
                                asks=("(which|what) tools are [switched|turned] (on|off)",))

    tool: Annotated[Name, Says("which", words=tuple((name.replace("_", " "), name) for name in get_args(Name)))
                    ] = Field(sa_type=one_of(Name, "what_if").sa_type)
    role: Annotated[Whose, Says("for, who", words=(("manager, PM", "project manager"), ("VMO", "value manager"), ("admin", "PMO admin"),
                                                   ("everybody, everyone", "all")))] = one_of(Whose, "all")
    face: Annotated[Face, Says("where, on", words=(("web, browser", "page"), ("command line, terminal", "cli"), ("everywhere", "all")))] = one_of(Face, "all")
    state: Annotated[State, Says("is it on", words=(("yes", "on"), ("no", "off")))] = Field(sa_type=one_of(State, "off").sa_type)
    reason: Annotated[str, Says("why")] = Field("", max_length=500)
