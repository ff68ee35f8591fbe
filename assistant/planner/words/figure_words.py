"""More words that people say for a figure, and figures that are asked for and that nobody computes, each with three that are near to it."""
import re

MORE = {
    "finish_p80": "monte carlo, monte-carlo, monte carlo finish, schedule simulation, schedule risk analysis, simulated finish",
    "chance_in_time": ("how likely is it that finishes, how likely is it that ends, how likely is it that will finish, chance that ends, chance to finish, "
                       "chance that is finished, chance that is done, chance of ending, odds of finishing, odds that finishes, probability that finishes, "
                       "probability that ends, how likely finishes"),
    "metrics_on_target": "how is quality, how is the quality, how good is the quality, state of the quality",
    "support": "engagement of stakeholders, engagement of the stakeholders, how engaged are the stakeholders, stakeholders engaged",
    "critical_path": "bottleneck, bottlenecks, bottleneck task, tasks are critical",
    "risk_exposure": "expected loss, expected loss of the risks, loss expected",
    "payback": "paid back, paid itself back, "
               "get our money back, get the money back, our money back, earn our money back, recover the investment, break even, break-even, "
               "breakeven, break-even point, break even point, get the investment back, get its money back, get back what we put in, earn itself back, "
               "earn back, return the investment, recoup, recoup the investment, recoup its cost, recover its cost, "
               "return of the money",
    "benefit_realised": ("realised benefits, realized benefits, benefits so far, brought so far, brought in so far, brought us so far, has brought, "
                         "have brought, brought in, bring so far, brought already, already brought, benefits delivered, delivered benefits, "
                         "delivered in benefits, delivered so far in benefits, benefits we got, benefits have we got, benefits we have got, "
                         "value delivered, delivered value, "
                         "returned so far, earned so far, really brought, actually brought, really delivered"),
    "eac": ("forecast at completion, forecasts at completion, estimate at completion, estimates at completion, cost at completion, costs at completion, "
            "final cost, final costs, forecast final cost, expected final cost, expected cost at the end, cost in the end, end cost, forecast cost, "
            "cost forecast, cost outlook, latest estimate"),
    "hours_booked": "hours are booked, hours have been booked, hours were booked, hours has been booked, hours booked so far",
    "least_float": "total slack, free slack, least slack, schedule slack, slack of the schedule, near-critical, near-critical tasks, near critical tasks",
    "confidence": "fields are missing, fields missing, missing fields, fix the data, improve the data, repair the data, data are missing, data is missing",
    "levelled_finish": "levelled plans, finish after levelling",
    "hours_available": "capacity, hours can work, hours can be worked, how many hours can work",
}
NONE = tuple((re.compile(rf"\b(?:{said})\b", re.I), title, near) for said, title, near in (
    (r"defect density|density of defects", "defect density", ("open defects", "escaped defects", "rework")),
    (r"flow efficiency", "flow efficiency", ("cycle time", "lead time", "work in progress")),
    (r"cumulative flow|CFD", "cumulative flow", ("throughput", "work in progress", "burnup")),
    (r"estimat(?:e|es|ion|ing) accuracy|accuracy of (?:the |our )?estimates?", "accuracy of estimates", ("hours booked", "CPI", "PERT estimate")),
    ((r"cap-?ex\W+(?:(?:and|vs\.?|versus|against|or|to|from)\W+)*op-?ex|op-?ex\W+(?:(?:and|vs\.?|versus|against|or|to|from)\W+)*cap-?ex|"
     r"(?:split|share|ratio|part|portion|how much)\b[\w -]*\b(?:cap-?ex|op-?ex)"), "split into capex and opex", ("budget", "actual cost", "NPV after tax")),
    (r"baseline (?:vs\.?|versus|against|compared (?:to|with)) \w+|current (?:vs\.?|versus|against) (?:the )?baseline", "comparison of all with the baseline",
     ("milestone slip", "scope growth", "SPI against the first baseline")),
    (r"P(?!50\b|80\b)\d\d", "such percentile, only P50 and P80", ("finish P80", "finish P50", "chance in time")),
    ((r"schedule compression|(?:cheapest|fastest|quickest|best|easiest|shortest|a|any) way (?:for \w+ )?(?:to (?:get|bring) (?:\w+ ){0,3})?back (?:on|to|in)\b|"
     r"(?:get|bring) (?:\w+ ){1,3}back (?:on|to|in) (?:time|track|schedule|plan)|(?:make up|catch up)(?: for)? (?:the |our )?(?:lost )?(?:time|"
     r"delay)|compression options|"
     r"crash(?:ing)? (?:the |our )?(?:schedule|project|plan)|^\W*(?:project |schedule )?crashing\b|fast[- ]track(?:ing)?"), "options for a shorter schedule",
     ("critical path", "least float", "levelled finish")),
    (r"(?:start|begin|started|finish) (?:at the )?earliest|earl(?:y|iest) (?:start|finish)", "earliest start of one task",
     ("critical path", "least float", "finish forecast"))))
