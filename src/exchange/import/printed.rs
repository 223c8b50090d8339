//! What is printed around a table: numbers of pages, days of printing, remarks below it.

use crate::exchange::sheet::SheetCell;
use crate::exchange::who::is_address;
use crate::organisation::value::parse_date;

/// Words that begin a footer, with a number or a day behind them.
const FOOTERS: &[&str] = &[
    "sida",
    "sid",
    "page",
    "side",
    "utskriven",
    "utskrivet",
    "utskrift",
    "utskriftsdatum",
    "printed",
    "skapad",
    "skapat",
    "created",
    "generated",
    "genererad",
    "uppdaterad",
    "uppdaterat",
    "updated",
    "senast",
    "reviderad",
    "version",
    "exporterad",
    "exported",
    "uttag",
    "uttagen",
    "udskrevet",
    "datum",
    "date",
    "rader",
    "ändrad",
    "ändrat",
    "upprättad",
    "upprättat",
    "framtagen",
    "hämtad",
    "hämtat",
    "uttagsdatum",
    "period",
    "dnr",
    "diarienr",
    "diarienummer",
    "ver",
    "rev",
    "godkänd",
    "godkänt",
    "fastställd",
    "fastställt",
    "beslutad",
    "antagen",
    "sammanställd",
    "sammanställt",
    "registrerad",
    "kontrollerad",
    "approved",
    "compiled",
];

/// What a page is called, with its number behind it.
const PAGES: &[&str] = &["sida", "sid", "sidan", "s", "blad", "page", "side", "pg", "ark"];

/// Words that begin what explains signs or says who may read a list, whatever stands behind them.
const LEGENDS: &[&str] = &[
    "teckenförklaring",
    "teckenförklaringar",
    "förklaringar",
    "förkortningar",
    "fotnot",
    "fotnoter",
    "legend",
    "radetiketter",
    "konfidentiellt",
    "confidential",
    "sekretess",
    "arbetsmaterial",
    "sekretessbelagt",
];

/// Words that no place is called by and a sentence about a list has.
const OF_SENTENCES: &[&str] = &[
    "frågor",
    "kontakta",
    "kontaktas",
    "hänvisas",
    "mejla",
    "maila",
    "bilaga",
    "bilagan",
    "hälsning",
    "hälsningar",
    "uppdateras",
    "nedan",
    "nedanstående",
    "ovanstående",
    "fetstil",
    "markerade",
    "kursiv",
    "questions",
    "attachment",
    "regards",
    "spørgsmål",
    "spørsmål",
];

/// Words behind those, for who or what it was printed by.
const BY: &[&str] = &["av", "by", "från", "ur", "from", "at", "via", "i"];

/// Words that stand in a footer beside numbers.
const BESIDE: &[&str] = &[
    "av",
    "of",
    "af",
    "den",
    "kl",
    "datum",
    "uppdaterad",
    "ändrad",
    "sida",
    "sid",
    "page",
    "utskrift",
    "utskriven",
    "at",
    "on",
    "senast",
    "version",
    "last",
    "updated",
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
    "january",
    "february",
    "march",
    "may",
    "june",
    "july",
    "august",
    "october",
];

/// Words of which a number is told below a table.
pub(super) const COUNTED: &[&str] = &[
    "av",
    "of",
    "rad",
    "rader",
    "post",
    "poster",
    "row",
    "rows",
    "record",
    "records",
    "träff",
    "träffar",
    "affected",
    "arbetsplatser",
    "enheter",
    "personer",
    "ombud",
    "st",
    "stycken",
    "totalt",
    "units",
    "workplaces",
    "vacancies",
    "vacant",
    "vakanta",
    "vakanser",
    "obesatta",
    "people",
    "persons",
    "enheder",
    "arbejdspladser",
    "arbeidsplasser",
    "avdelningar",
    "förvaltningar",
    "uppdrag",
    "anställda",
    "employees",
    "ansatte",
    "ledige",
];

/// Words that end a list or say that it goes on.
const ENDS: &[&str] = &["forts", "fortsättning", "fortsätter", "continued", "slut", "end", "eof"];

/// Words that stand beside those that end a list.
const OF_ENDS: &[&str] =
    &["nästa", "sida", "på", "av", "listan", "lista", "rapport", "rapporten", "of", "list", "report", "next", "page"];

/// Words that begin a remark about a list of places or people, with a colon behind them.
const REMARKS_OF_PLACES: &[&str] = &[
    "kontakt",
    "kontaktperson",
    "ansvarig",
    "upprättad",
    "framtagen",
    "filter",
    "filters",
    "applied",
    "urval",
    "rapport",
    "report",
    "period",
    "uttag",
    "row",
    "utskrift",
    "sortering",
    "gäller",
    "dokument",
    "vakanta",
    "vakanser",
    "adress",
    "address",
    "postadress",
    "besöksadress",
    "fakturaadress",
    "telefon",
    "tel",
    "tfn",
    "fax",
    "webbplats",
    "hemsida",
];

/// Words that begin a sentence about the list.
const SENTENCES: &[&str] = &["obs", "observera", "notera", "listan", "tabellen", "note", "report", "rapporten"];

/// Words that begin a remark below a table, with a colon behind them.
const REMARKS: &[&str] =
    &["källa", "source", "anm", "anmärkning", "obs", "not", "note", "kommentar", "förklaring", "kilde"];

/// The words of a text in small letters, without signs.
pub(super) fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether a word begins with a figure.
pub(super) fn is_figures(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit())
}

/// Whether every cell of a row belongs to what is printed around a table.
pub(super) fn is_footer(filled: &[(usize, &SheetCell)]) -> bool {
    if is_dated_label(filled) || counts_columns(filled) {
        return true;
    }
    let texts = filled.iter().all(|(_, cell)| match cell {
        SheetCell::Text(text) => {
            let is_day = is_first_alone(filled) && parse_date(text.trim()).is_some();
            is_page(text)
                || is_printed(text)
                || is_day
                || (filled.len() == 1 && (begins(text, REMARKS) || is_end(text)))
        }
        SheetCell::Date(_) => is_first_alone(filled),
        _ => false,
    });
    texts && !filled.is_empty()
}

/// Whether a row is a word of a footer and the day or number it is about, each in a cell: `Utskriftsdatum`, `2026-01-01`.
fn is_dated_label(filled: &[(usize, &SheetCell)]) -> bool {
    let [(_, SheetCell::Text(label)), rest @ ..] = filled else { return false };
    let is_value = |(_, cell): &(usize, &SheetCell)| !cell.plain().chars().any(char::is_alphabetic);
    matches!(&words(label)[..], [one] if FOOTERS.contains(&&**one)) && !rest.is_empty() && rest.iter().all(is_value)
}

/// Whether a row numbers the columns: `1`, `2`, `3`.
fn counts_columns(filled: &[(usize, &SheetCell)]) -> bool {
    const FEWEST: usize = 3;
    let is_next =
        |(at, (place, cell)): (usize, &(usize, &SheetCell))| at == *place && cell.plain() == (at + 1).to_string();
    filled.len() >= FEWEST && filled.iter().enumerate().all(is_next)
}

/// Whether a row has nothing but what stands in its first cell.
fn is_first_alone(filled: &[(usize, &SheetCell)]) -> bool {
    matches!(filled, [(0, _)])
}

/// Whether the only cell of a row is a remark about a list of places or people, which names none.
pub(super) fn is_remark(filled: &[(usize, &SheetCell)]) -> bool {
    const LONGEST: usize = 3;
    match filled {
        [(0, SheetCell::Number(number))] => number.abs() < 1e3,
        [(place, SheetCell::Text(text))] => {
            let low = words(text);
            let text = text.trim();
            let figures = text.trim_matches(['-', '–', ' ']);
            let is_number =
                *place == 0 && figures.len() <= LONGEST && figures.bytes().all(|digit| digit.is_ascii_digit());
            let is_count = low.len() > 1
                && is_figures(&low[0])
                && low[1..].iter().all(|word| is_figures(word) || COUNTED.contains(&&**word))
                && low[1..].iter().any(|word| COUNTED.contains(&&**word));
            let is_sentence = low.len() > 2 && SENTENCES.contains(&&*low[0]);
            let is_link = ["http://", "https://", "www."].iter().any(|head| text.to_lowercase().starts_with(head));
            let is_signed = text.starts_with(['*', '©']);
            let has_day = text.split_whitespace().any(|word| parse_date(word).is_some());
            let is_of_list = low.first().is_some_and(|first| LEGENDS.contains(&&**first))
                || low.iter().any(|word| OF_SENTENCES.contains(&&**word))
                || text.contains('=');
            begins(text, REMARKS_OF_PLACES)
                || has_day
                || has_telephone(text)
                || is_of_list
                || is_number
                || is_count
                || is_sentence
                || is_link
                || is_signed
                || is_address(text)
        }
        _ => false,
    }
}

/// Whether a number to call stands in a text: figures that begin with a zero or a plus.
fn has_telephone(text: &str) -> bool {
    const FEWEST: usize = 7;
    let figures = text.chars().filter(char::is_ascii_digit).count();
    let begins = |word: &str| {
        let mut letters = word.chars();
        matches!(letters.next(), Some('0' | '+')) && letters.next().is_some_and(|next| next.is_ascii_digit())
    };
    figures >= FEWEST && text.split_whitespace().any(begins)
}

/// Whether a text is the number of a page: `1 (3)`, `Sidan 1 av 3`, `Blad 1`.
fn is_page(text: &str) -> bool {
    let low = words(text);
    let is_named = match &low[..] {
        [page, number] => page != "sidan" && is_figures(number),
        [page, number, of, all] => {
            matches!(&**of, "av" | "of" | "af") && is_figures(number) && is_figures(all) && page != "s"
        }
        [page, number, all] => text.contains(['(', '/']) && is_figures(number) && is_figures(all) && page != "blad",
        _ => false,
    };
    if is_named && PAGES.contains(&&*low[0]) {
        return true;
    }
    let signs = text.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, ' ' | '(' | ')' | '/'));
    low.len() == 2 && low.iter().all(|word| is_figures(word)) && signs && text.contains(['(', '/'])
}

/// Whether a text says when, by whom or from what a list was printed.
fn is_printed(text: &str) -> bool {
    let low = words(text);
    let [first, rest @ ..] = &low[..] else { return false };
    if !FOOTERS.contains(&&**first) || rest.is_empty() {
        return false;
    }
    // "Sidan av huset" is none, "Utskriven av Eva Al" is.
    let is_done = ["en", "et", "ad", "at", "ed", "nd", "nt", "ld", "lt"].iter().any(|end| first.ends_with(end))
        && first != "datum";
    let is_by = is_done && BY.contains(&&*rest[0]);
    let has_day = text.split_whitespace().any(|word| parse_date(word).is_some());
    let is_plain = rest.iter().all(|word| is_figures(word) || BESIDE.contains(&&**word));
    is_by || has_day || (is_plain && rest.iter().any(|word| is_figures(word)))
}

/// Whether a text begins with one of the words and has a colon.
fn begins(text: &str, with: &[&str]) -> bool {
    text.contains(':') && words(text).first().is_some_and(|first| with.contains(&&**first))
}

/// Whether a text says that a list ends or goes on.
fn is_end(text: &str) -> bool {
    let low = words(text);
    let [first, rest @ ..] = &low[..] else { return false };
    ENDS.contains(&&**first) && rest.iter().all(|word| OF_ENDS.contains(&&**word))
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
    fn what_is_printed_around_a_table_is_told_from_an_item() {
        for footer in [
            &["Utskriven 2026-01-01"][..],
            &["Sida 1 av 3"],
            &["", "", "Sid 2(5)"],
            &["Page 1 of 3"],
            &["1 (3)"],
            &["Utskriven 2026-01-01", "", "Sida 1 av 3"],
            &["Källa: lönesystemet"],
            &["Senast uppdaterad: 1 mars 2026"],
        ] {
            assert!(is_footer(&row(&texts(footer))), "{footer:?}");
        }
        for item in [
            &["Sidan 4"][..],
            &["Uppdaterad plan 2027"],
            &["Sida"],
            &["Utskriven 2026-01-01", "Eken"],
            &["Källa"],
            &["Notan: bra"],
            &["3-4"],
        ] {
            assert!(!is_footer(&row(&texts(item))), "{item:?}");
        }
    }

    #[test]
    fn who_printed_a_list_and_where_it_ends_are_no_items() {
        for footer in [
            "Utskriven av Eva Al 2026-02-02",
            "Utskrivet från lönesystemet",
            "Senast ändrad 2026-02-02 av Eva Al",
            "Ändrad 2026-01-01",
            "2026-02-02",
            "Dnr 2026/123",
            "Forts. nästa sida",
            "Slut på listan",
            "Slut på rapporten",
            "Godkänd av Eva Al",
            "Sidan 1 av 3",
            "s. 1 (3)",
            "Blad 1",
        ] {
            assert!(is_footer(&row(&texts(&[footer]))), "{footer}");
        }
        for item in ["Skapad plats", "Slutstationen", "Uppdaterad plan", "Sidan av huset", "Datum", "Versionen av 2026"]
        {
            assert!(!is_footer(&row(&texts(&[item]))), "{item}");
        }
    }

    #[test]
    fn a_label_with_its_day_and_the_numbers_of_columns_are_no_items() {
        for footer in [&["Utskriftsdatum", "2026-01-01"][..], &["Version", "", "3"], &["1", "2", "3", "4"]] {
            assert!(is_footer(&row(&texts(footer))), "{footer:?}");
        }
        for item in [&["Datum", "Eken"][..], &["4711", "12", "3"], &["1", "2"], &["Eken", "2026-01-01"]] {
            assert!(!is_footer(&row(&texts(item))), "{item:?}");
        }
    }

    #[test]
    fn a_remark_about_a_list_names_no_place() {
        for remark in [
            "Kontakt: Eva Al, 08-123 45 01",
            "OBS! Listan är preliminär",
            "*) vikarie",
            "2 av 2 poster",
            "(12 rows affected)",
            "- 3 -",
            "7",
            "https://example.org/lista",
            "eva.al@example.org",
            "Vakanta: 3",
            "Teckenförklaring",
            "V = vakant",
            "Gäller fr.o.m. 2026-01-01",
            "Rapport skapad 2026-01-01",
            "Fastställd 2026-01-01",
            "2026-01-01 10:00",
            "Kontaktperson Eva Al 08-123 45 67",
            "08-123 45 67",
            "Vid frågor kontakta säkerhetsenheten",
            "se bilaga",
            "Med vänlig hälsning",
        ] {
            assert!(is_remark(&row(&texts(&[remark]))), "{remark}");
        }
        for item in [
            "Kontaktpunkten",
            "Vid ån",
            "Paviljong 07",
            "Skola 70123456",
            "Obs",
            "3 vingar",
            "12 poster och mer",
            "4711",
            "Rapport",
            "Listan",
        ] {
            assert!(!is_remark(&row(&texts(&[item]))), "{item}");
        }
        assert!(!is_remark(&row(&texts(&["7", "Eken"]))), "a number with a name beside it may be a place");
    }
}
