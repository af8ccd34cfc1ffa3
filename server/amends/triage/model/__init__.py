"""The learnt part of triage: bugs, wishes, offence, and two topics; numpy only, weights beside it, card in MODEL.md."""
