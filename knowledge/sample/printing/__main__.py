"""`python -m knowledge.sample.printing`."""
from knowledge.sample.printing import main

main()
