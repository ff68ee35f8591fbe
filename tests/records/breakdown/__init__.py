"""Tests of breaking a description down: method, links, effort, people, dates, and what every plan is held to."""
