"""The words that the portfolio is made of."""

FIRST = ("Ana", "Ben", "Chiara", "Daniel", "Elif", "Fatima", "Goran", "Hanna", "Imran", "Jonas", "Katja", "Liam", "Mei", "Noor", "Olga", "Pedro", "Quinn",
         "Rosa", "Samir", "Tereza")
LAST = ("Adler", "Brandt", "Costa", "Dumont", "Eriksen", "Fischer", "Garcia", "Haddad", "Ivanova", "Jansen", "Kowalski", "Lopez", "Müller", "Novak", "Okafor",
        "Petit", "Rossi", "Sato", "Tanaka", "Weber")
JOBS = ("analyst", "engineer", "designer", "controller", "buyer", "tester", "architect", "team lead", "consultant")
OBJECTIVES = ("Fewer complaints", "Half the lead time", "A safer network", "Growth in the north", "Lower cost of IT", "Happier staff",
              "One face to the customer", "Carbon halved")
PLACES = ("Harbour", "Meadow", "Northgate", "Riverside", "Hillcrest", "Lakeside", "Oakfield", "Summit", "Bridgeport", "Eastwood", "Foundry", "Granary",
          "Orchard", "Quarry", "Seaview", "Tannery", "Vineyard", "Westend", "Millstone", "Lighthouse")
MATTERS = ("billing", "portal", "warehouse", "payroll", "network", "archive", "analytics", "logistics", "maintenance", "onboarding")
REASONS = ("what there is was built twenty years ago", "the regulator asks for it", "customers wait too long today", "two systems say two things",
           "the contract of the old one ends")
VERBS = ("Draft", "Review", "Agree", "Build", "Test", "Migrate", "Document", "Price", "Order", "Install", "Measure", "Train", "Release", "Retire")
THINGS = ("interface", "specification", "report", "data model", "contract", "prototype", "server", "workflow", "dashboard", "user guide", "test plan", "rack",
          "permission concept", "cutover plan", "licence", "training", "backup", "price list")
PARTS = ("customer data", "order entry", "the invoice run", "goods receipt", "time recording", "supplier onboarding", "the call centre", "access control",
         "the price engine", "monthly closing", "spare parts", "field service", "the data centre", "returns", "the loyalty scheme")
REMARKS = ("", "", "", "Ask the key users before it is built.", "The old one stays until the audit has passed.",
           "See the minutes of the last steering meeting.", "Only with the new tax rates; those of last year are wrong.",
           "Needs a window at the weekend and two people on call.")
SUPPLIERS = ("Acme Systems", "Bluewater", "Cirrus Partners", "Delta Works", "Evergreen IT", "Falcon Freight", "Gildan", "Helix")
TROUBLES = ("delivers late", "raises its prices", "lacks people", "is bought by a competitor", "fails the security review", "misreads the scope")
