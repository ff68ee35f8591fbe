"""The tools, in the order the model reads them; at most 20."""
from tools.base import Tool
from tools.break_down_project import break_down_project
from tools.change_records import change_records
from tools.check_compliance import check_compliance
from tools.create_record import create_record
from tools.create_tasks import create_tasks
from tools.explain_figure import explain_figure
from tools.find_records import find_records
from tools.my_work import my_work
from tools.plan_scenario import plan_scenario
from tools.portfolio_summary import portfolio_summary
from tools.propose_risks import propose_risks
from tools.rank_portfolio import rank_portfolio
from tools.search_governance import search_governance
from tools.select_portfolio import select_portfolio
from tools.show_record import show_record
from tools.start_project import start_project
from tools.status_report import status_report
from tools.undo_change import undo_change
from tools.what_changed import what_changed
from tools.what_if import what_if

TOOLS: tuple[Tool, ...] = (
    find_records, show_record, my_work, status_report, portfolio_summary, rank_portfolio, select_portfolio, what_changed, explain_figure, what_if,
    check_compliance, search_governance, create_record, create_tasks, break_down_project, start_project, plan_scenario, propose_risks, change_records,
    undo_change)
