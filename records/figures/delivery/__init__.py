"""The mathematics of delivery: how much work a plan wants by a day, and what hours people have and work needs by the week."""
