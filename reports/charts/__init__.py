"""The charts of a project, by their names."""
from reports.charts.base import Drawn
from reports.charts.benefit_ramp import benefit_ramp
from reports.charts.burn_up import burn_up
from reports.charts.gantt import gantt
from reports.charts.milestone_trend import milestone_trend
from reports.charts.risk_matrix import risk_matrix
from reports.charts.s_curve import s_curve

CHARTS: tuple[Drawn, ...] = (s_curve, milestone_trend, gantt, burn_up, risk_matrix, benefit_ramp)
