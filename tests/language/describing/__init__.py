"""Tests of reading a description: its layout, its sentences, and how a plan is asked for."""
