"""Conversations over what else an office keeps: issues, decisions, gates, baselines, hours, absences, sprints, stakeholders, settings and the rest."""
from tests.conversations.dialogues import ANA, BEN, ELENA, NORA, PAULA, TOM, VICTOR, Dialogue, Line, one

CARLA = "carla@northlight.example"
TODAY, YESTERDAY, T12 = "Wed 18 Nov 2026", "Tue 17 Nov 2026", "Test the invoice download"

WIDER: tuple[Dialogue, ...] = (
    # --- issues and defects ---
    Dialogue(ANA, (
        Line("the import is broken on Apollo, log it as a critical defect for Ben", ("preview",),
             changes=(("title", "Import is broken"), ("project", "Apollo"), ("type", "defect"), ("severity", "critical"), ("raised by", "Ana Ruiz"),
                      ("raised on", TODAY), ("owner", "Ben Okafor"))),
        Line("no, for Dev", ("preview",),
             changes=(("title", "Import is broken"), ("project", "Apollo"), ("type", "defect"), ("severity", "critical"), ("raised by", "Ana Ruiz"),
                      ("raised on", TODAY), ("owner", "Dev Patel"))),
        Line("yes", ("receipt",)),
        Line("which issues are open on Apollo?", ("table",), keys=("APOLLO-I-1", "APOLLO-I-2", "APOLLO-I-3")),
        Line("resolve APOLLO-I-3", ("preview",), changes=(("status", "resolved"), ("resolved on", TODAY))),
        Line("yes", ("receipt",)),
        Line("undo that", ("preview",), changes=(("status", "open"), ("resolved on", "nothing"))))),
    Dialogue(BEN, (
        Line("raise an issue on Apollo: the staging server is down, high severity", ("preview",),
             changes=(("title", "Staging server is down"), ("project", "Apollo"), ("severity", "high"), ("raised by", "Ben Okafor"), ("raised on", TODAY))),
        Line("make it critical", ("preview",),
             changes=(("title", "Staging server is down"), ("project", "Apollo"), ("severity", "critical"), ("raised by", "Ben Okafor"), ("raised on", TODAY))),
        Line("discard", shows=("nothing was changed",)))),
    Dialogue(ANA, (
        Line("which critical issues do we have?", ("table",), keys=("APOLLO-I-2",), hides=("CORVUS-I-1",)),
        Line("escalate APOLLO-I-2 to Elena", ("preview",), changes=(("escalated to", "Elena Marsh"), ("status", "escalated"))),
        Line("yes", ("receipt",)),
        Line("who raised APOLLO-I-2?", ("card",), shows=("Dev Patel",), asks=True))),
    Dialogue(ANA, (
        Line("mark APOLLO-I-2 fixed, resolution: the filter was wrong", ("preview",),
             changes=(("status", "resolved"), ("resolution", "the filter was wrong"), ("resolved on", TODAY))),
        Line("[confirm]", ("receipt",)),
        Line("open defects of Apollo", ("choices",), shows=("There are no such issues",), hides=("APOLLO-I-2", "APOLLO-I-1")),
        Line("show APOLLO-I-2", ("card",), shows=("the filter was wrong", "resolved")))),
    one(ANA, "how many open issues are there per project?", "table", shows=("3 issues by project",)),
    Dialogue(BEN, (
        Line("bug on Apollo: the login page flickers", ("preview",),
             changes=(("title", "Login page flickers"), ("project", "Apollo"), ("type", "defect"), ("raised by", "Ben Okafor"), ("raised on", TODAY))),
        Line("due Friday", ("preview",),
             changes=(("title", "Login page flickers"), ("project", "Apollo"), ("type", "defect"), ("raised by", "Ben Okafor"), ("raised on", TODAY),
                      ("due", "Fri 20 Nov 2026"))),
        Line("yes", ("receipt",)))),
    one(NORA, "log an issue on Apollo: the pages are slow", asks=True),
    # --- decisions ---
    Dialogue(ANA, (
        Line("we decided to host at Nimbora because it is cheaper", ("preview",),
             changes=(("title", "Host at Nimbora"), ("project", "Apollo"), ("decision", "Host at Nimbora"), ("rationale", "it is cheaper"),
                      ("decided on", TODAY), ("status", "decided"))),
        Line("yes", ("receipt",)),
        Line("what did we decide on Apollo?", ("table",), shows=("Host at Nimbora",), keys=("APOLLO-DE-2",)))),
    Dialogue(ELENA, (
        Line("which decisions are open?", ("table",), keys=("APOLLO-DE-1", "APOLLO-CR-2", "CORVUS-CR-1")),
        Line("decide APOLLO-DE-1: Nimbora, because it is cheaper", ("preview",),
             changes=(("decision", "Nimbora"), ("rationale", "it is cheaper"), ("decided on", TODAY), ("status", "decided"))),
        Line("yes", ("receipt",)),
        Line("open decisions of Apollo", ("table",), keys=("APOLLO-CR-2",), hides=("APOLLO-DE-1",)))),
    one(PAULA, "who has to decide what by when?", "table", shows=("Elena Marsh", "Fri 27 Nov 2026"), keys=("APOLLO-DE-1", "APOLLO-CR-2")),
    Dialogue(ANA, (
        Line("we need a decision on the pilot customers by 30 November from Elena on Apollo", ("preview",),
             changes=(("title", "Pilot customers"), ("project", "Apollo"), ("decider", "Elena Marsh"), ("decide by", "Mon 30 Nov 2026"))),
        Line("make it 27 November", ("preview",),
             changes=(("title", "Pilot customers"), ("project", "Apollo"), ("decider", "Elena Marsh"), ("decide by", "Fri 27 Nov 2026"))))),
    one(ANA, "record a decision on Apollo: two languages at launch, decided by Elena", "preview",
        changes=(("title", "Two languages at launch"), ("project", "Apollo"), ("decider", "Elena Marsh"))),
    # --- assumptions ---
    Dialogue(ANA, (
        Line("we assume that the works council agrees on Apollo, validate by 10 December", ("preview",),
             changes=(("title", "Works council agrees"), ("project", "Apollo"), ("validate by", "Thu 10 Dec 2026"))),
        Line("yes", ("receipt",)),
        Line("which assumptions are not validated?", ("table",), keys=("APOLLO-AS-1", "APOLLO-AS-2")),
        Line("mark APOLLO-AS-1 as false", ("preview",), changes=(("status", "false"),)))),
    one(ANA, "new assumption on Apollo: the dealers have the new browser, low confidence, owner Ben", "preview",
        changes=(("title", "Dealers have the new browser"), ("project", "Apollo"), ("owner", "Ben Okafor"), ("confidence", "low"))),
    # --- dependencies ---
    Dialogue(ANA, (
        Line("what do we depend on?", ("table",), keys=("APOLLO-DP-1", "CORVUS-DP-1")),
        Line("we need the login service from Keyward by 12 December", ("preview",),
             changes=(("title", "Login service"), ("project", "Apollo"), ("party", "Keyward"), ("needed by", "Sat 12 Dec 2026"))),
        Line("yes", ("receipt",)),
        Line("what does Apollo depend on?", ("table",), keys=("APOLLO-DP-1", "APOLLO-DP-2"), hides=("CORVUS-DP-1",)))),
    one(ANA, "log a dependency on Apollo: test data, party Web shop team, needed by 3 December", "preview",
        changes=(("title", "Test data"), ("project", "Apollo"), ("party", "Web shop team"), ("needed by", "Thu 3 Dec 2026"))),
    # --- lessons ---
    Dialogue(CARLA, (
        Line("what did we learn on Elara?", ("table",), keys=("ELARA-LL-1", "ELARA-LL-2")),
        Line("what went well on Elara?", ("table",), keys=("ELARA-LL-2",), hides=("ELARA-LL-1",)),
        Line("how do we handle lessons learned?", ("passage",), shows=("12 Lessons",)))),
    Dialogue(ANA, (
        Line("lesson on Apollo: test with dealers earlier", ("preview",), changes=(("title", "Test with dealers earlier"), ("project", "Apollo"))),
        Line("yes", ("receipt",)),
        Line("lessons learned", ("table",), keys=("APOLLO-LL-1", "ELARA-LL-1")))),
    # --- requirements and deliverables ---
    Dialogue(ANA, (
        Line("must-have requirements of Apollo", ("table",), keys=("APOLLO-RQ-1",), hides=("APOLLO-RQ-2",)),
        Line("set APOLLO-RQ-2 to should", ("preview",), changes=(("priority", "should"),)),
        Line("yes", ("receipt",)),
        Line("which requirements have no deliverable?", ("table",), keys=("APOLLO-RQ-2",), hides=("APOLLO-RQ-1",)))),
    one(ANA, "requirement on Apollo: dealers can reset their password, must have", "preview",
        changes=(("title", "Dealers can reset their password"), ("project", "Apollo"), ("priority", "must"))),
    Dialogue(ANA, (
        Line("deliverables of Apollo", ("table",), keys=("APOLLO-D-1", "APOLLO-D-2")),
        Line("which deliverables are overdue?", ("table",), keys=("APOLLO-D-1",), hides=("APOLLO-D-2",)),
        Line("the service desk training is accepted", ("preview",), changes=(("status", "accepted"),)),
        Line("yes", ("receipt",)))),
    one(ANA, "add a deliverable Help pages to Apollo, due 15 January, for Dev", "preview",
        changes=(("title", "Help pages"), ("project", "Apollo"), ("owner", "Dev Patel"), ("due", "Fri 15 Jan 2027"))),
    # --- RACI ---
    Dialogue(ANA, (
        Line("who is accountable for the account pages?", ("table",), shows=("Ana Ruiz",), keys=("APOLLO-RA-1",), hides=("Ben Okafor",)),
        Line("make Dev consulted for the customer account pages", ("preview",),
             changes=(("project", "Apollo"), ("deliverable", "Customer account pages"), ("person", "Dev Patel"), ("letter", "consulted"))),
        Line("yes", ("receipt",)),
        Line("RACI of Apollo", ("table",), keys=("APOLLO-RA-1", "APOLLO-RA-2", "APOLLO-RA-3")),
        Line("make Ben accountable for the account pages", shows=("Exactly one person is accountable",), asks=True))),
    # --- gates and criteria ---
    Dialogue(ANA, (
        Line("which criteria of gate 2 are open?", ("table",), keys=("APOLLO-GC-2", "APOLLO-GC-3"), hides=("APOLLO-GC-1",)),
        Line("mark the risk review criterion met, evidence: minutes of Tuesday", ("preview",),
             changes=(("status", "met"), ("evidence", "minutes of Tuesday"))),
        Line("yes", ("receipt",)),
        Line("pass gate 2 of Apollo", shows=("Nobody decides about a gate of their own project",), asks=True),
        Line("what does gate 2 require?", ("passage",), shows=("4.3 Gate 2",)))),
    Dialogue(ELENA, (
        Line("pass gate 2 of Apollo with the condition that every benefit has an owner", ("preview",),
             changes=(("decision", "conditional go"), ("decided on", TODAY), ("conditions", "every benefit has an owner"))),
        Line("[confirm]", ("receipt",)),
        Line("undo that", ("preview",), changes=(("decision", "not decided"), ("decided on", "nothing"), ("conditions", "nothing"))))),
    one(ANA, "waive APOLLO-GC-2 because the owner starts in January", shows=("Nobody waives a criterion",), asks=True),
    Dialogue(ELENA, (
        Line("waive APOLLO-GC-2 because the owner starts in January", ("preview",),
             changes=(("status", "waived"), ("reason", "the owner starts in January"))),
        Line("yes", ("receipt",)),
        Line("which criteria are open for gate 2?", ("table",), keys=("APOLLO-GC-3",), hides=("APOLLO-GC-2",)))),
    # --- baselines ---
    Dialogue(ANA, (
        Line("set the baseline of Apollo", shows=("needs the change request",), asks=True),
        Line("re-baseline Apollo by APOLLO-CR-2", shows=("needs an approved change request",), asks=True),
        Line("re-baseline Apollo by APOLLO-CR-1", ("preview",),
             changes=(("title", "Baseline 2"), ("project", "Apollo"), ("change request", "Replace the search engine"), ("number", "2"), ("agreed on", TODAY),
                      ("finish", "Thu 11 Feb 2027"), ("budget", "420,000.00 EUR"), ("baseline due", "Thu 29 Oct 2026"), ("baseline due", "Fri 20 Nov 2026"),
                      ("planned", "Mon 7 Dec 2026"), ("planned", "Tue 5 Jan 2027"), ("planned", "Thu 11 Feb 2027"))),
        Line("yes", ("receipt",)),
        Line("baselines of Apollo", ("table",), keys=("APOLLO-BL-1", "APOLLO-BL-2")))),
    # --- links ---
    Dialogue(ANA, (
        Line("APOLLO-T-10 waits for T-6", ("preview",),
             changes=(("project", "Apollo"), ("predecessor", "Connect the order history"), ("successor", "Load test the portal"))),
        Line("yes", ("receipt",)),
        Line("what does APOLLO-T-10 wait for?", ("table",), shows=("Connect the order history", "Build the customer account pages")))),
    Dialogue(ANA, (
        Line("T-13 starts 2 days after T-12 ends", ("preview",),
             changes=(("project", "Apollo"), ("predecessor", T12), ("successor", "Write the release notes"), ("lag", "2 days"))),
        Line("yes", ("receipt",)),
        Line("T-12 waits for T-13", shows=("make a circle",), asks=True))),
    one(ANA, "link T-13 to T-12, start to start", "preview",
        changes=(("project", "Apollo"), ("predecessor", T12), ("successor", "Write the release notes"), ("type", "SS"))),
    # --- allocations and absences ---
    Dialogue(CARLA, (
        Line("give Ben 20 hours a week on Corvus in January", ("preview",),
             changes=(("person", "Ben Okafor"), ("project", "Corvus"), ("hours", "20 h"), ("start", "Fri 1 Jan 2027"), ("end", "Sun 31 Jan 2027"))),
        Line("make it 16 hours", ("preview",),
             changes=(("person", "Ben Okafor"), ("project", "Corvus"), ("hours", "16 h"), ("start", "Fri 1 Jan 2027"), ("end", "Sun 31 Jan 2027"))),
        Line("yes", ("receipt",)),
        Line("allocations of Ben", ("table",), keys=("APOLLO-A-1", "CORVUS-A-1")))),
    Dialogue(PAULA, (
        Line("Ben is on leave from 14 to 18 December", ("preview",),
             changes=(("person", "Ben Okafor"), ("start", "Mon 14 Dec 2026"), ("end", "Fri 18 Dec 2026"))),
        Line("yes", ("receipt",)),
        Line("who is away in December?", ("table",), keys=("AB-1", "AB-3"), hides=("Mia Fischer",)),
        Line("who is away next week?", ("table",), shows=("Mia Fischer",), keys=("AB-2",), hides=("Ben Okafor",)))),
    Dialogue(BEN, (
        Line("am I on leave in December?", ("table",), keys=("AB-1",)),
        Line("I am on leave on Friday", ("preview",), changes=(("person", "Ben Okafor"), ("start", "Fri 20 Nov 2026"), ("end", "Fri 20 Nov 2026"))),
        Line("yes", ("receipt",)),
        Line("my leave on Friday is cancelled", ("preview",), changes=(("record", "taken back"),)),
        Line("yes", ("receipt",)),
        Line("I'm back already on 21 December", ("preview",), changes=(("end", "Sun 20 Dec 2026"),)),
        Line("yes", ("receipt",)),
        Line("Mia is sick today", shows=("your own absences only",), asks=True))),
    # --- time ---
    Dialogue(BEN, (
        Line("I worked 3 hours on T-12 yesterday", ("preview",),
             changes=(("person", "Ben Okafor"), ("project", "Apollo"), ("task", T12), ("on", YESTERDAY), ("hours", "3 h"))),
        Line("yes", ("receipt",)),
        Line("my hours this week", ("table",), shows=("3 h in all",), keys=("APOLLO-H-3",)))),
    one(ANA, "how many hours did Ben book on Apollo last week?", "table", shows=("9 h in all",), keys=("APOLLO-H-1", "APOLLO-H-2")),
    Dialogue(BEN, (
        Line("log 2h on T-12", ("preview",), changes=(("person", "Ben Okafor"), ("project", "Apollo"), ("task", T12), ("on", TODAY), ("hours", "2 h"))),
        Line("no, 3h", ("preview",), changes=(("person", "Ben Okafor"), ("project", "Apollo"), ("task", T12), ("on", TODAY), ("hours", "3 h"))),
        Line("yes", ("receipt",)))),
    # --- in one breath ---
    Dialogue(BEN, (
        Line("T-12 60 %, 3h today, waiting for the supplier", ("preview",),
             changes=(("status", "blocked"), ("blocked by", "the supplier"), ("progress", "60 %"), ("person", "Ben Okafor"), ("project", "Apollo"),
                      ("task", T12), ("on", TODAY), ("hours", "3 h"))),
        Line("yes", ("receipt",)),
        Line("undo that", ("preview",), changes=(("record", "taken back"), ("status", "in progress"), ("blocked by", "nothing"), ("progress", "10 %"))))),
    Dialogue(BEN, (
        Line("T-12 80%, 2.5h yesterday, note: tests are green", ("preview",),
             changes=(("progress", "80 %"), ("person", "Ben Okafor"), ("project", "Apollo"), ("task", T12), ("on", YESTERDAY), ("hours", "2.5 h"),
                      ("text", "tests are green"), ("project", "Apollo"), ("about", "APOLLO-T-12"), ("author", "Ben Okafor"))),
        Line("yes", ("receipt",)),
        Line("comments on T-12", ("table",), shows=("tests are green",)))),
    Dialogue(BEN, (
        Line("T-12 done, 6h", ("preview",),
             changes=(("status", "done"), ("progress", "100 %"), ("done on", TODAY), ("person", "Ben Okafor"), ("project", "Apollo"), ("task", T12),
                      ("on", TODAY), ("hours", "6 h"))),
        Line("[confirm]", ("receipt",)),
        Line("[undo]", ("receipt",)))),
    one(BEN, "spent 2h on T-12, 40 % now", "preview",
        changes=(("progress", "40 %"), ("person", "Ben Okafor"), ("project", "Apollo"), ("task", T12), ("on", TODAY), ("hours", "2 h"))),
    one(BEN, "worked 3h on T-12 today", "preview", changes=(("person", "Ben Okafor"), ("project", "Apollo"), ("task", T12), ("on", TODAY), ("hours", "3 h"))),
    one(BEN, "T-12 is at 70 %, 8h left", "preview", changes=(("progress", "70 %"), ("remaining", "8 h"))),
    one(BEN, "T-5 and T-6 done, 3h today", shows=("Say the time entry of one task at a time",), asks=True),
    # --- comments ---
    Dialogue(ANA, (
        Line("note on T-12: the supplier called", ("preview",),
             changes=(("text", "The supplier called"), ("project", "Apollo"), ("about", "APOLLO-T-12"), ("author", "Ana Ruiz"))),
        Line("yes", ("receipt",)),
        Line("what was said about T-12?", ("table",), shows=("The supplier called",)))),
    one(ANA, "comments on APOLLO-T-9", "table", shows=("Legal answers in their weekly round",), keys=("APOLLO-CO-1",)),
    # --- sprints ---
    Dialogue(CARLA, (
        Line("current sprint of Borealis", ("table",), keys=("BOREALIS-SR-4",), hides=("Sprint 5",)),
        Line("velocity of Borealis", ("fact", "table"), shows=("26 points",), keys=("BOREALIS-SR-1", "BOREALIS-SR-2")),
        Line("close sprint 6 of Borealis with 27 points completed", ("preview",), changes=(("completed", "27"), ("status", "closed"))),
        Line("yes", ("receipt",)),
        Line("new sprint on Borealis: Sprint 7 from 27 November to 10 December, goal: the pilot", ("preview",),
             changes=(("title", "Sprint 7"), ("project", "Borealis"), ("goal", "the pilot"), ("start", "Fri 27 Nov 2026"), ("end", "Thu 10 Dec 2026"))))),
    # --- quality ---
    Dialogue(ANA, (
        Line("quality metrics of Apollo", ("table",), keys=("APOLLO-QM-1",)),
        Line("page load time was 2.4 s today", ("preview",), changes=(("project", "Apollo"), ("metric", "Page load time"), ("on", TODAY), ("value", "2.4"))),
        Line("yes", ("receipt",)),
        Line("measurements of the page load time", ("table",), keys=("APOLLO-ME-1", "APOLLO-ME-2")))),
    Dialogue(ANA, (
        Line("which quality checks are planned?", ("table",), keys=("APOLLO-QC-1",)),
        Line("the review of the account pages passed with findings", ("preview",), changes=(("result", "passed with findings"),)),
        Line("yes", ("receipt",)),
        Line("which quality checks are open?", ("choices",), hides=("APOLLO-QC-1",)))),
    # --- stakeholders and communication ---
    Dialogue(ANA, (
        Line("stakeholders of Apollo with power at least 4", ("table",), keys=("APOLLO-S-1",), hides=("Dealer council",)),
        Line("set the Legal department to supportive", ("preview",), changes=(("current", "supportive"),)),
        Line("yes", ("receipt",)),
        Line("add a stakeholder to Apollo: Works council, power 4, interest 5, resistant", ("preview",),
             changes=(("name", "Works council"), ("project", "Apollo"), ("power", "4"), ("interest", "5"), ("current", "resistant"))),
        Line("yes", ("receipt",)),
        Line("who is against Apollo?", ("table",), shows=("Works council",), keys=("APOLLO-S-3",)))),
    Dialogue(ANA, (
        Line("what communication is overdue?", ("table",), keys=("APOLLO-CM-1",)),
        Line("the monthly note to the dealers was sent today", ("preview",), changes=(("last sent", TODAY),)),
        Line("yes", ("receipt",)))),
    # --- contracts, business cases ---
    Dialogue(ANA, (
        Line("contracts of Apollo", ("table",), shows=("Studio Halbig",), keys=("APOLLO-CT-1",)),
        Line("new contract with Keyward on Apollo: login service, 40,000 EUR, until 31 December 2027", ("preview",),
             changes=(("title", "Login service"), ("project", "Apollo"), ("supplier", "Keyward"), ("worth", "40,000.00 EUR"), ("end", "Fri 31 Dec 2027"))))),
    Dialogue(VICTOR, (
        Line("business cases of Apollo", ("table",), keys=("APOLLO-BC-1", "APOLLO-BC-2")),
        Line("which option was chosen for Apollo?", ("table",), keys=("APOLLO-BC-2",), hides=("APOLLO-BC-1",)),
        Line("recommend APOLLO-BC-1", ("preview",), changes=(("status", "recommended"),)))),
    # --- programmes and products ---
    Dialogue(PAULA, (
        Line("put Apollo into the Customer first programme", ("preview",), changes=(("programme", "Customer first"),)),
        Line("yes", ("receipt",)),
        Line("which projects are in the programme Customer first?", ("table",), keys=("APOLLO",)))),
    Dialogue(ELENA, (
        Line("create a programme Digital service, led by Carla", ("preview",), changes=(("name", "Digital service"), ("manager", "Carla Winter"))),
        Line("which products do we have?", ("table",), keys=("PR-1",)))),
    # --- the office's settings ---
    Dialogue(PAULA, (
        Line("we call on hold frozen", ("preview",), changes=(("word", "frozen"), ("record", "project"), ("field", "phase"), ("choice", "on hold"))),
        Line("yes", ("receipt",)),
        Line("put Borealis on hold", ("preview",), changes=(("phase", "on hold"),)),
        Line("discard", shows=("nothing was changed",)),
        Line("which projects are frozen?", ("choices",), asks=True))),
    Dialogue(PAULA, (
        Line("set the CPI amber threshold to 0.9", ("preview",), changes=(("value", "0.9"),)),
        Line("yes", ("receipt",)),
        Line("set the CPI red threshold to 0.8", ("preview",), changes=(("name", "CPI red"), ("value", "0.8"))),
        Line("which thresholds are set?", ("table",), keys=("TH-1",)))),
    one(ANA, "set the CPI amber threshold to 0.9", shows=("you may not change thresholds",), asks=True),
    Dialogue(PAULA, (
        Line("project managers may approve up to 8,000 EUR", ("preview",), changes=(("amount", "8,000.00"),)),
        Line("yes", ("receipt",)),
        Line("show the approval limits", ("table",), keys=("AL-1", "AL-2")))),
    one(PAULA, "add 24 December to the days off of the calendar Germany", "preview",
        changes=(("days off", "2026-12-24, 2026-12-25, 2027-01-01, 2027-12-25"),)),
    one(PAULA, "set the rate of USD to 0.94", "preview", changes=(("value", "0.94"),)),
    one(PAULA, "our fiscal year starts in April", "preview", changes=(("fiscal month", "4"),)),
    one(PAULA, "import mappings", "table", keys=("IM-1",)),
    # --- declaring, approving ---
    Dialogue(ANA, (
        Line("declare Apollo amber", shows=("say why and until when",), asks=True),
        Line("declare Apollo green until 15 December because the supplier confirmed", ("preview",),
             changes=(("declared reason", "the supplier confirmed"), ("declared until", "Tue 15 Dec 2026"))))),
    one(ANA, "approve APOLLO-CR-2", shows=("Nobody decides their own change request",), asks=True),
    Dialogue(ELENA, (
        Line("approve the single sign-on change", ("preview",), changes=(("status", "approved"), ("decided on", TODAY))),
        Line("yes", ("receipt",)))),
    # --- weak points ---
    one(ANA, "I need two more days for T-17", "preview", changes=(("due", "Tue 24 Nov 2026"),)),
    Dialogue(PAULA, (
        Line("make Carla the manager of Apollo", ("preview",), changes=(("manager", "Carla Winter"),)),
        Line("set the role of Ana Ruiz to viewer", ("preview",), changes=(("role", "viewer"),)))),
    Dialogue(ANA, (
        Line("how is Apollo doing?", ("card",), keys=("APOLLO",)),
        Line("what are the risks?", ("table",), keys=("APOLLO-R-1",), hides=("CORVUS-R-1", "FORTUNA-R-1")))),
    one(TOM, "T-12 60 %, 3h today", shows=("not change them",), asks=True),
    one(TOM, "which decisions are open?", "table", keys=("APOLLO-DE-1",)),
    # --- numbers of gates, short keys of the project talked about, names by another column ---
    one(ANA, "add a criterion to gate 2 of Apollo: load test passed", "preview",
        changes=(("title", "Load test passed"), ("project", "Apollo"), ("gate", "Build"))),
    Dialogue(CARLA, (
        Line("tasks of Corvus in progress", ("table",), keys=("CORVUS-T-4", "CORVUS-T-5"), hides=("CORVUS-T-1",)),
        Line("T-5 slips to 15 dec", ("preview",), changes=(("due", "Tue 15 Dec 2026"),)),
        Line("discard", shows=("nothing was changed",)))),
    one(ANA, "extend the Studio Halbig contract to 31 March 2027", "preview", changes=(("end", "Wed 31 Mar 2027"),)),
    one(ANA, 'mark criterion "The risk register is reviewed" as met, evidence: minutes of 17 Nov', "preview",
        changes=(("status", "met"), ("evidence", "minutes of 17 Nov"))),
    # --- what a list cannot read is said, never left out ---
    one(BEN, "tasks with rate above 100", shows=("I could not read “rate above 100”",), hides=("APOLLO-T-5",), asks=True),
    one(BEN, "tasks with a budget below 500", shows=("I could not read “budget below 500”",), hides=("APOLLO-T-5",), asks=True),
    one(BEN, "tasks without steering approval", hides=("APOLLO-T-5",), asks=True),
    one(CARLA, "which contracts were signed by Halbig's lawyers?", "table",
        shows=("I could not read “halbig lawyers”", "No record holds all of"), keys=("APOLLO-CT-1",)),
    one(ANA, "cash flows of Apollo in 2027", "table", shows=("1 cash flow",), keys=("APOLLO-F-2",)),
    one(PAULA, "contracts over 50k", "table", keys=("APOLLO-CT-1",)),
    one(PAULA, "contracts over 70k", "choices", shows=("There are no such contracts",), hides=("APOLLO-CT-1",)),
    one(ANA, "requirements that have no owner", "table", keys=("APOLLO-RQ-2",), hides=("APOLLO-RQ-1",)),
    one(ANA, "issues on Corvus", "table", keys=("CORVUS-I-1",), hides=("APOLLO-I-1",)),
    one(PAULA, "who are our project managers?", "table", shows=("Ana Ruiz", "Carla Winter", "Sofia Rossi"), hides=("Elena Marsh",)),
    one(PAULA, "approval limits", "table", shows=("2 approval limits",)),
    # --- decisions are both kinds ---
    one(ELENA, "which decisions are pending?", "table", keys=("APOLLO-DE-1", "APOLLO-CR-2", "CORVUS-CR-1")),
    one(ELENA, "list decisions waiting", "table", keys=("APOLLO-DE-1", "APOLLO-CR-2", "CORVUS-CR-1")),
    one(ELENA, "what needs my decision?", "table", keys=("APOLLO-DE-1", "APOLLO-CR-2", "CORVUS-CR-1")),
    # --- what is said is in the preview, and nothing else ---
    one(CARLA, "raise a risk on Borealis: app store review may take longer, probability 3 impact 4", "preview",
        changes=(("title", "App store review may take longer"), ("project", "Borealis"), ("probability", "3"), ("impact", "4"))),
    one(CARLA, "log an assumption on Corvus: night shift accepts the scanners. medium confidence, validate by 10 December", "preview",
        changes=(("title", "Night shift accepts the scanners"), ("project", "Corvus"), ("validate by", "Thu 10 Dec 2026"))),
    one(BEN, "move my load test review... never mind", shows=("I do nothing",), asks=True),
    one(VICTOR, "update the current value of OBJ-3 to 82", "preview", changes=(("current", "82"),)),
    one(CARLA, "set all blocked tasks of Corvus to high priority", "preview", changes=(("priority", "high"),)),
)
