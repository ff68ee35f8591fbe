"""Which decimal sign a country writes."""
import pytest

from records.importing.countries import decimal_in


@pytest.mark.parametrize(("country", "sign"), [("DE", ","), ("DE-BY", ","), ("GB", "."), ("us", "."), ("FR", ","), ("CH", "."), ("", ".")])
def test_a_countrys_decimal_sign(country: str, sign: str) -> None:
    assert decimal_in(country) == sign
