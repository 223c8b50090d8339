//! What a list has of the municipality itself at its head or foot: the numbers it is registered by, and where post goes.

use super::printed::words;
use crate::exchange::sheet::SheetCell;

/// Whether the only cell of a row is one of these.
pub(super) fn is_letterhead(filled: &[(usize, &SheetCell)]) -> bool {
    matches!(filled, [(_, SheetCell::Text(text))] if is_registration(text) || is_postal(text))
}

/// Whether a text is a number that an organisation is registered by, or that money is sent to: `Org.nr 212000-0000`,
/// `CVR-nr. 12 34 56 78`, `Bankgiro 123-4567`.
pub(super) fn is_registration(text: &str) -> bool {
    const FEWEST: usize = 6;
    const ALONE: usize = 10;
    const LABELS: &[&str] = &[
        "org",
        "orgnr",
        "orgno",
        "orgnummer",
        "organisationsnr",
        "organisationsnummer",
        "organisationnumber",
        "organizationnumber",
        "organisasjonsnr",
        "organisasjonsnummer",
        "cvr",
        "cvrnr",
        "cvrnummer",
        "vat",
        "vatno",
        "vatnr",
        "vatnumber",
        "vatse",
        "vatnose",
        "momsnr",
        "momsregnr",
        "momsregnrse",
        "momsregistreringsnummer",
        "momsregistreringsnummerse",
        "regno",
        "registrationnumber",
        "companyno",
        "bankgiro",
        "bankgironr",
        "bg",
        "plusgiro",
        "plusgironr",
        "pg",
        "postgiro",
        "giro",
        "gln",
        "ean",
    ];
    let figures = text.chars().filter(char::is_ascii_digit).count();
    let label: String =
        text.chars().take_while(|letter| !letter.is_ascii_digit()).filter(|letter| letter.is_alphabetic()).collect();
    let is_bare = !text.chars().any(char::is_alphabetic) && text.contains('-') && figures == ALONE;
    is_bare || (figures >= FEWEST && LABELS.contains(&&*label.to_lowercase()))
}

/// Whether a text says where post goes: `Box 123, 123 45 Stad`, `Storgatan 1, 123 45 Stad`, `Postboks 12`.
pub(super) fn is_postal(text: &str) -> bool {
    let low = words(text);
    let low: Vec<&str> = low.iter().map(String::as_str).collect();
    let number = match low[..] {
        ["box" | "postbox" | "postboks", number, ..]
        | ["po", "box", number, ..]
        | ["p", "o", "box", number, ..]
        | ["post", "office", "box", number, ..] => Some(number),
        _ => None,
    };
    if number.is_some_and(is_whole_number) {
        return true;
    }
    let mut pieces = text.split([',', '\n']).map(str::trim);
    let (first, second) = (pieces.next().unwrap_or_default(), pieces.next().unwrap_or_default());
    // A place with its address beside it is a place.
    let is_street = first.chars().any(|letter| letter.is_ascii_digit());
    is_post_town(first, false) || (is_street && is_post_town(second, true))
}

/// Whether a text is a postcode and a town. One in a single piece may be the number of a place, unless a street stands
/// before it.
fn is_post_town(text: &str, behind_street: bool) -> bool {
    let bare = ["SE-", "S-", "DK-", "NO-", "N-"].iter().find_map(|head| text.strip_prefix(head)).unwrap_or(text);
    let words: Vec<&str> = bare.split_whitespace().collect();
    let is_town = |town: &[&str]| {
        let letters = |word: &&str| word.chars().all(|letter| letter.is_alphabetic() || letter == '-');
        !town.is_empty() && town.iter().all(letters)
    };
    match words[..] {
        [three, two, ref town @ ..] if is_whole_number(three) && is_whole_number(two) => {
            three.len() == 3 && two.len() == 2 && is_town(town)
        }
        [code, ref town @ ..] => behind_street && matches!(code.len(), 4 | 5) && is_whole_number(code) && is_town(town),
        [] => false,
    }
}

fn is_whole_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|figure| figure.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_an_organisation_is_told_from_a_place() {
        for text in [
            "Org.nr 212000-0000",
            "Organisationsnummer: 212000-0000",
            "Org nr: 2120000000",
            "212000-0000",
            "CVR-nr. 12 34 56 78",
            "Org.nr. 964 965 226 MVA",
            "VAT no SE212000000001",
            "Bankgiro 123-4567",
            "Org.nr 212000-0000, Box 123",
        ] {
            assert!(is_registration(text), "{text}");
        }
        for text in ["Orgelskolan", "Org 12", "Organisationsenheten 123456", "4711", "Eken 212000-0000", "2120000000"] {
            assert!(!is_registration(text), "{text}");
        }
    }

    #[test]
    fn where_post_goes_is_told_from_a_place() {
        for text in [
            "Box 123, 123 45 Stad",
            "Box 12",
            "PO Box 12",
            "P.O. Box 12, London",
            "Postboks 12, 0123 Oslo",
            "123 45 Stad",
            "SE-123 45 Stora Stad",
            "Storgatan 1, 123 45 Stad",
            "Algade 1, 4000 Roskilde",
        ] {
            assert!(is_postal(text), "{text}");
        }
        for text in [
            "Boxholms skola",
            "Boxen",
            "Boxningsklubben 12",
            "12345 Ekskolan",
            "Ekskolan, 123 45 Stad",
            "Skola 123 45",
            "Norra 3, 2 tr",
        ] {
            assert!(!is_postal(text), "{text}");
        }
    }

    #[test]
    fn a_row_of_the_letterhead_has_nothing_beside_it() {
        let cells = ["Box 12", "Eken"].map(SheetCell::text);
        assert!(is_letterhead(&[(0, &cells[0])]) && !is_letterhead(&[(0, &cells[0]), (1, &cells[1])]));
    }
}
