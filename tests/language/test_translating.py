"""Portuguese: told by its words, heard in English ones; names, quotes and people's own words stay."""
import pytest

from language.translating import in_english, language_of


@pytest.mark.parametrize(("said", "english"), {
    "como está o Apollo?": "how is Apollo?", "que tarefas estão atrasadas?": "which tasks are overdue?",
    "tarefas da Ana para esta semana": "tasks of Ana for this week",
    "cria uma tarefa para a Ana corrigir a página de login até sexta-feira, 6h": "create task for Ana to corrigir a página de login by friday, 6h",
    "muda o prazo de DIONE-T-7 para 10 de janeiro": "change the due date of DIONE-T-7 to 10 january",
    "e se o Apollo atrasar um mês?": "what if Apollo slips by a month?",
    "marca APOLLO-T-12 como concluída": "mark APOLLO-T-12 done", "daqui a duas semanas": "in two weeks", "sexta que vem": "coming friday",
    "posso saltar a revisão de riscos?": "may I skip the risk review?", "o que é preciso antes da gate 2?": "what is needed before gate 2?",
    "de quanto em quanto tempo devo atualizar as tarefas?": "how often must I update the tasks?",
    'mostra "o que há"': 'show "o que há"',
}.items())
def test_it_is_put_into_english_words(said: str, english: str) -> None:
    assert in_english(said, "pt") == english


@pytest.mark.parametrize(("said", "language"), {
    "como está o Apollo?": "pt", "obrigado!": "pt", "how is Apollo doing?": "en", "no, do it as Ana said": "en", "APOLLO-T-12": "en",
    "status": "en", "": "en"}.items())
def test_the_language_is_told_by_the_words(said: str, language: str) -> None:
    assert language_of(said) == language


def test_a_preference_decides_where_the_words_do_not() -> None:
    assert (language_of("SPI do Corvus"), language_of("SPI do Corvus", "pt"), language_of("how is Apollo doing?", "pt")) == ("en", "pt", "en")
