//! Rows that are sums of others, and cells that say so where a place is named.

use super::printed::{COUNTED, is_figures, words};
use crate::exchange::number::number;
use crate::exchange::sheet::SheetCell;

/// Words that begin a row of sums, whatever stands behind them.
const SUMS: &[&str] =
    &["summa", "totalt", "delsumma", "subtotal", "sum", "sammanlagt", "totalsumma", "summering", "slutsumma"];

/// Words that are a row of sums alone or with a number.
const COUNTS: &[&str] = &[
    "total",
    "antal",
    "medel",
    "medelvärde",
    "genomsnitt",
    "average",
    "count",
    "mean",
    "tot",
    "i alt",
    "ialt",
    "grand total",
    "number",
];

/// Words that end a sum of some places.
const LAST: &[&str] = &["totalt", "total", "summa", "totalsumma", "delsumma"];

/// Whether a text that stands where a place is named is a sum: `Summa`, `S:a`, `Totalt 12 enheter`, `Skolförvaltningen
/// totalt`.
pub(super) fn is_total(text: &str) -> bool {
    let low = words(text);
    let Some(last) = low.last() else { return text.trim() == "∑" };
    let is_said = |rest: &[String]| rest.iter().all(|word| is_figures(word) || COUNTED.contains(&&**word));
    let leads = |phrase: &&str| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        let is_there = low.len() >= phrase.len() && low.iter().zip(&phrase).all(|(word, wanted)| word == wanted);
        is_there && is_said(&low[phrase.len()..])
    };
    SUMS.iter().chain(COUNTS).any(leads) || has_sign(text) || (low.len() > 1 && LAST.contains(&&**last))
}

/// Whether words tell a number of what lists count, or a number alone: `12 enheter`.
fn is_amount(words: &[String]) -> bool {
    let [first, rest @ ..] = words else { return false };
    is_figures(first) && rest.iter().all(|word| is_figures(word) || COUNTED.contains(&&**word))
}

/// Whether a text begins with a sign for a sum.
fn has_sign(text: &str) -> bool {
    const SIGNS: &[&str] = &["s:a", "σ", "∑"];
    let lower = text.trim().to_lowercase();
    lower.split_whitespace().next().is_some_and(|word| SIGNS.contains(&word.trim_end_matches(':')))
}

/// Whether a row is one of sums: a word that says so, and numbers.
pub(super) fn is_sum(filled: &[(usize, &SheetCell)]) -> bool {
    let [(_, SheetCell::Text(text)), rest @ ..] = filled else { return false };
    let low = words(text);
    let Some(first) = low.first() else { return false };
    let is_number = |cell: &SheetCell| {
        let text = cell.plain();
        number(cell).is_ok() || !text.chars().any(char::is_alphabetic) || is_amount(&words(&text))
    };
    if !rest.iter().all(|(_, cell)| is_number(cell)) {
        return false;
    }
    let numbers = !rest.is_empty() || low.iter().any(|word| is_figures(word));
    let bare = low.iter().filter(|word| !is_figures(word)).map(String::as_str).collect::<Vec<_>>().join(" ");
    match () {
        () if SUMS.contains(&&**first) => {
            let is_said = |word: &String| SUMS.contains(&&**word) || COUNTS.contains(&&**word);
            low.iter().all(is_said) || numbers || text.trim_end().ends_with(':')
        }
        () if COUNTS.contains(&&*bare) => true,
        // "Antal ombud: 12"
        () => first == "antal" && low.last().is_some_and(|word| is_figures(word)) && text.contains(':'),
    }
}

/// Whether a row of a list of places is a sum of some of them: `Summa Skolförvaltningen` alone, `Skolförvaltningen totalt`,
/// `S:a`, `Σ`.
pub(super) fn is_sum_of_places(filled: &[(usize, &SheetCell)]) -> bool {
    let [(_, SheetCell::Text(text)), rest @ ..] = filled else { return false };
    let is_number = |(_, cell): &(usize, &SheetCell)| !cell.plain().chars().any(char::is_alphabetic);
    let low = words(text);
    let (Some(first), Some(last)) = (low.first(), low.last()) else {
        return text.trim() == "∑" && rest.iter().all(is_number);
    };
    let begins = has_sign(text);
    let is_alone = rest.is_empty() && SUMS.contains(&&**first);
    rest.iter().all(is_number) && (begins || is_alone || (low.len() > 1 && LAST.contains(&&**last)))
}

/// Whether a row counts something: "Antal vakanser" with a number behind it.
pub(super) fn is_count(filled: &[(usize, &SheetCell)]) -> bool {
    const COUNTED: &[&str] = &["antal", "varav", "vakanta", "vakanser", "obesatta", "number", "count"];
    const RATES: &[&str] =
        &["vakansgrad", "vakansgraden", "procent", "andel", "täckningsgrad", "snitt", "percent", "share"];
    let [(_, SheetCell::Text(text)), rest @ ..] = filled else { return false };
    let low = words(text);
    let is_numeric = |(_, cell): &(usize, &SheetCell)| number(cell).is_ok();
    let is_rate = |(_, cell): &(usize, &SheetCell)| !cell.plain().chars().any(char::is_alphabetic);
    if low.first().is_some_and(|first| RATES.contains(&&**first)) && !rest.is_empty() && rest.iter().all(is_rate) {
        return true;
    }
    let ends_in_figures = low.len() > 1 && low.last().is_some_and(|word| is_figures(word));
    low.first().is_some_and(|first| COUNTED.contains(&&**first))
        && rest.iter().all(is_numeric)
        && (!rest.is_empty() || ends_in_figures)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[SheetCell]) -> Vec<(usize, &SheetCell)> {
        cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).collect()
    }

    fn texts(texts: &[&str]) -> Vec<SheetCell> {
        texts.iter().map(|text| SheetCell::text(*text)).collect()
    }

    #[test]
    fn a_row_of_sums_is_told_from_an_item() {
        for sum in [
            &["Summa", "", "21"][..],
            &["Totalt:", "1 234"],
            &["Summa Parkförvaltningen", "", "12"],
            &["", "Total", "40"],
            &["Antal: 12"],
            &["Antal ombud: 12"],
            &["Delsumma", "3", "4"],
            &["Medel", "2,5"],
        ] {
            assert!(is_sum(&row(&texts(sum))), "{sum:?}");
        }
        for item in [
            &["Summa Förskola", "Parkförvaltningen", "12"][..],
            &["Totalskolan", "", "12"],
            &["Total översyn", "85000"],
            &["Antal"],
            &["Eken", "12"],
            &["Antalia", "3"],
        ] {
            assert!(!is_sum(&row(&texts(item))) || *item == ["Antal"], "{item:?}");
        }
    }

    #[test]
    fn a_sum_of_some_places_is_none_of_them() {
        for sum in [
            &["Summa Skolförvaltningen"][..],
            &["Skolförvaltningen Totalt"],
            &["Skolförvaltningen, summa", "", "12"],
            &["S:a", "", "12"],
            &["Σ", "", "12"],
            &["∑", "12"],
        ] {
            assert!(is_sum_of_places(&row(&texts(sum))), "{sum:?}");
        }
        for item in
            [&["Summa Förskola", "Parkförvaltningen", "12"][..], &["Sa"], &["Skolan", "12"], &["Totalt", "Eken"]]
        {
            assert!(!is_sum_of_places(&row(&texts(item))), "{item:?}");
        }
        assert!(is_count(&row(&texts(&["Vakansgrad", "25 %"]))) && !is_count(&row(&texts(&["Andel", "Eken"]))));
    }

    #[test]
    fn a_sum_where_a_place_is_named_is_none() {
        for sum in [
            "Summa",
            "Totalt 12 enheter",
            "Summa enheter: 12",
            "Total: 12 units",
            "I alt 12 enheder",
            "S:a",
            "∑",
            "Skolan totalt",
            "Antal",
        ] {
            assert!(is_total(sum), "{sum}");
        }
        for item in ["Summa Förskola", "Totalskolan", "Total översyn", "Antalia", "12 enheter", "Summans hus 3"] {
            assert!(!is_total(item), "{item}");
        }
    }

    #[test]
    fn a_sum_may_say_what_it_counts() {
        assert!(is_sum(&row(&texts(&["Summa", "", "12 enheter"]))) && is_sum(&row(&texts(&["Totalt", "3 vakanta"]))));
        assert!(!is_sum(&row(&texts(&["Summa", "12 vingar"]))), "a place of that name may have an address");
    }
}
