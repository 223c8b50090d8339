//! Each rule of who is named, one text that it takes and one that it lets be.

use super::*;

/// A file with two people and a few things that are none.
struct WhoFile;

impl KnownNames for WhoFile {
    fn is_person(&self, name: &str) -> bool {
        ["ola ask", "ask, ola", "madonna"].contains(&&*name.to_lowercase())
    }

    fn is_thing(&self, name: &str) -> bool {
        ["stora bron", "lyan"].contains(&&*name.to_lowercase())
    }
}

fn of(text: &str) -> WhoFound {
    read(text, &WhoFile)
}

/// What a text is, in a word, with the names.
fn say(text: &str) -> String {
    let named = |people: &[Named]| {
        people
            .iter()
            .map(|named| {
                let email = named.email.as_ref().map_or(String::new(), |email| format!("<{email}>"));
                format!("{}{}{email}", named.name, if named.sure { "" } else { "?" })
            })
            .collect::<Vec<_>>()
            .join(" + ")
    };
    match of(text) {
        WhoFound::Nothing => "nothing".into(),
        WhoFound::Nobody(_) => "nobody".into(),
        WhoFound::Refers => "refers".into(),
        WhoFound::NoName => "no name".into(),
        WhoFound::Doubtful => "doubtful".into(),
        WhoFound::One(one) => named(&[one]),
        WhoFound::Several { people, sure } => {
            format!("{}: {}", if sure { "several" } else { "perhaps several" }, named(&people))
        }
    }
}

#[test]
fn a_text_that_says_that_nobody_is_there_names_nobody() {
    for text in [
        "vakant",
        "VAKANT",
        "Vakant.",
        "(vakant)",
        "[Vakant]",
        "- vakant -",
        "*Vakant*",
        "Vakans",
        "Vacant",
        "vacancy",
        "N.N.",
        "NN",
        "n n",
        "N. N.",
        "Vakant, rekrytering pågår",
        "Rekrytering pågår",
        "under rekrytering",
        "tillsätts i höst",
        "Tillsätts HT 2027",
        "Ej utsedd",
        "ej utsett",
        "inte ännu utsedd",
        "Ännu ej tillsatt",
        "Ombud ej valt",
        "ej klart",
        "Saknas",
        "Ombud saknas",
        "saknas f.n.",
        "ingen",
        "Ingen",
        "Inget ombud",
        "none",
        "None",
        "nobody",
        "TBA",
        "T.B.A.",
        "tbd",
        "n/a",
        "N/A",
        "-",
        "–",
        "—",
        "--",
        "( - )",
        "ledig",
        "Ledig tjänst",
        "obesatt",
        "ubesat",
        "Ubesatt stilling",
        "ikke udpeget",
        "ikke utpekt",
        "ikke besat",
        "mangler",
        "ingen udpeget",
        "not appointed",
        "not yet appointed",
        "position vacant",
        "to be appointed: vacant",
        "unassigned",
        "f.n. vakant",
        "Tjänsten är vakant",
        "Vakant fr.o.m. 1/9",
        "Vakant (Eva Al slutade)",
        "vakant efter Eva Al",
        "Vakant sedan 2026-03-01",
        "utses senare",
        "finns ej",
        "finns inte",
        "vak.",
        "Rekrytering Pågår",
        "VAKANT – TILLSÄTTS 2027",
        "platsen står tyvärr vakant",
        "Utlyst",
        "rekruttering pågår",
        "Ingen för tillfället",
        "Utses på APT 12/9",
        "to be decided",
        "To be announced",
        "no one",
        "No representative",
        "Ikke bestemt",
        "Mangler navn",
        "Under ansættelse",
        "under tilsetting",
        "Tilsettes høst 2026",
        "Ikke udpeget endnu",
        "vakansen",
        "Ej relevant",
    ] {
        assert_eq!(say(text), "nobody", "{text}");
    }
}

#[test]
fn a_name_that_looks_like_a_word_for_nobody_is_doubtful() {
    for text in [
        "Vakar Nilsson",
        "Ingen Andersson",
        "Vakant Andersson",
        "Ledig Svensson",
        "Vakant, Eva Al",
        "Eva Al (vakant från 1/9)",
        "None Berg",
        "Se Yeon Kim",
        "Na Li",
        "Vakant / Eva Al",
        "Björnby vakant",
        "Eva Al tillsätts 1/9",
        "Vakant, tf Eva Al",
        "Eva Al (slutat)",
        "Eva Al, Finn Dal (ersättare)",
        "Ordinarie: Eva Al, Ersättare: Finn Dal",
    ] {
        assert_eq!(say(text), "doubtful", "{text}");
    }
}

#[test]
fn a_text_that_points_elsewhere_names_nobody() {
    for text in [
        "se chef",
        "Se chefen",
        "SE CHEF",
        "se ovan",
        "Se lista",
        "enl. lista",
        "Enligt bilaga",
        "samma som ovan",
        "Samma som Eva Al",
        "d:o",
        "D:o",
        "ditto",
        "dito",
        "\"",
        "”",
        "''",
        "-\"-",
        "-||-",
        "ovanstående",
        "see above",
        "same as above",
        "jfr rad 12",
        "via växeln",
        "se flik 2",
    ] {
        assert_eq!(say(text), "refers", "{text}");
    }
}

#[test]
fn numbers_codes_titles_units_and_signs_are_no_names() {
    for text in [
        "12",
        "1234-5",
        "A12",
        "K-1234",
        "?",
        "???",
        "...",
        "rektor",
        "Rektor",
        "Enhetschefen",
        "Biträdande rektor",
        "Säkerhetsombud",
        "okänd",
        "Ingen uppgift",
        "vet ej",
        "X",
        "xxx",
        "Lyan",
        "Stora bron",
        "08-123 45 01",
        "2026-01-01",
        "Extern konsult",
        "Ja",
        "januari 2026",
        "Våren 2027",
        "Uppgift saknas",
        "null",
        "=LETARAD(A2;B:C;2)",
    ] {
        assert_eq!(say(text), "no name", "{text}");
    }
}

#[test]
fn a_whole_name_is_one_person() {
    for text in [
        "Eva Al",
        "Eva Maria Al",
        "EVA AL",
        "Åsa Öberg",
        "Anna-Karin Ek",
        "Carl von Essen",
        "Tom Andersson",
        "Per J. Ek",
        "J. R. Ek",
        "Siobhán O'Neil",
        "Maj Winter",
        "Ek, Anna",
        "von Essen, Carl",
        "BERG, anna",
        "Ola Ask",
        "Madonna",
        "Eva d'Aosta",
        "Maj Berg",
        "Sten Mars",
    ] {
        assert_eq!(say(text), text, "{text}");
    }
}

#[test]
fn what_is_said_beside_a_name_is_no_part_of_it() {
    for (text, name) in [
        ("Gun Falk (rektor/biträdande)", "Gun Falk"),
        ("Gun Falk, rektor", "Gun Falk"),
        ("Rektor Gun Falk", "Gun Falk"),
        ("tf. Gun Falk", "Gun Falk"),
        ("Gun Falk tf", "Gun Falk"),
        ("Gun Falk 070-123 45 67", "Gun Falk"),
        ("Gun Falk, 08-123 45 01", "Gun Falk"),
        ("Gun Falk / rektor", "Gun Falk"),
        ("Falk, Gun, rektor", "Falk, Gun"),
        ("Dr. Gun Falk", "Gun Falk"),
        ("Herr Gun Falk", "Gun Falk"),
    ] {
        let WhoFound::One(named) = of(text) else { panic!("{text}: {:?}", of(text)) };
        assert_eq!((&*named.name, named.sure), (name, true), "{text}");
        assert!(named.remark.is_some(), "{text}");
    }
}

#[test]
fn what_is_hardly_a_name_is_not_sure() {
    for text in [
        "Eva",
        "eva al",
        "Hyrs in vid behov",
        "Björnby förskola",
        "Securitas AB",
        "Kommer Snart",
        "Frånvarande",
        "Fru Al",
        "Tillhör Eken",
        "Hanteras av Eken",
        "Förnamn Efternamn",
        "Ev. Eva Al",
        "Tidigare Eva Al",
        "Preliminärt Eva Al",
        "Eva Al Finn Dal",
    ] {
        let doubtful = match of(text) {
            WhoFound::One(named) => !named.sure,
            who => matches!(who, WhoFound::Doubtful | WhoFound::NoName),
        };
        assert!(doubtful, "{text}: {:?}", of(text));
    }
    assert_eq!(say("Eva Al slutade i maj"), "Eva Al slutade i maj?");
}

#[test]
fn a_stop_behind_a_name_is_no_part_of_it() {
    assert_eq!(["Eva Al.", "Eva Björk.", "J. R. Ek"].map(say), ["Eva Al.", "Eva Björk", "J. R. Ek"]);
}

#[test]
fn an_address_beside_a_name_is_taken_apart_from_it() {
    assert_eq!(say("Eva Al <eva.al@example.se>"), "Eva Al<eva.al@example.se>");
    assert_eq!(say("Eva Al (eva.al@example.se)"), "Eva Al<eva.al@example.se>");
    assert_eq!(say("eva al, eva.al@example.se"), "eva al<eva.al@example.se>");
    assert_eq!(say("eva.al@example.se"), "?<eva.al@example.se>");
}

#[test]
fn signs_divide_whole_names_beyond_doubt_and_words_perhaps() {
    for (text, said) in [
        ("Eva Al; Finn Dal", "several: Eva Al + Finn Dal"),
        ("Eva Al / Finn Dal", "several: Eva Al + Finn Dal"),
        ("Eva Al\nFinn Dal", "several: Eva Al + Finn Dal"),
        ("Al, Eva; Dal, Finn", "several: Al, Eva + Dal, Finn"),
        ("Eva Al och Finn Dal", "perhaps several: Eva Al + Finn Dal"),
        ("Eva Al and Finn Dal", "perhaps several: Eva Al + Finn Dal"),
        ("Eva Al & Finn Dal", "perhaps several: Eva Al + Finn Dal"),
        ("Eva Al, Finn Dal", "perhaps several: Eva Al + Finn Dal"),
        ("Eva Al (Finn Dal)", "perhaps several: Eva Al + Finn Dal"),
        ("Eva och Finn Dal", "perhaps several: Eva? + Finn Dal"),
        ("Anna, Erik", "doubtful"),
        ("Eva Al; okänd", "doubtful"),
    ] {
        assert_eq!(say(text), said, "{text}");
    }
}

#[test]
fn words_with_capital_letters_that_name_nobody_are_asked_about() {
    for text in [
        "Väntar Besked",
        "VÄNTAR BESLUT",
        "Slutat Sommaren",
        "Föräldraledig Hösten",
        "Ny Medarbetare",
        "Help Desk",
        "Mötesrum Norr",
        "On Leave",
        "Skapad Av",
        "Ej Längre",
    ] {
        assert!(!matches!(of(text), WhoFound::One(Named { sure: true, .. })), "{text}: {}", say(text));
    }
    for text in ["Jan-Erik Nord", "Eva Al", "Kim Do", "Maj Holm", "Andra Kalnina", "Per Post", "Tor Väst"] {
        assert_eq!(say(text), text);
    }
}

#[test]
fn nobody_is_said_in_danish_and_norwegian_and_in_passing() {
    for text in
        ["Vakance", "Vakanse pr. 1/8", "Bliver udpeget", "Utnevnes", "Ikke aktuelt", "Har ej ombud", "Nej, ingen"]
    {
        assert_eq!(say(text), "nobody", "{text}");
    }
    assert_eq!(say("Eva Al, ej ombud"), "doubtful");
}

#[test]
fn a_day_beside_a_name_is_not_left_out() {
    assert_eq!([say("Eva Al -2026-06-30"), say("Eva Al 2026-06-30")], ["Eva Al -2026-06-30?", "Eva Al 2026-06-30?"]);
    assert_eq!(say("Eva Al 08-123 45 01"), "Eva Al");
}

#[test]
fn an_address_beside_it_bears_out_a_name_and_nothing_else() {
    for text in ["Ulf Vik", "Eva", "eva al", "Eva von Al"] {
        assert!(may_be_name(text), "{text}");
    }
    for text in
        ["Eva Al 50%", "Eva Al 2026-06-30", "Eva Al slutat", "Eva Al tjänstledig", "Eva Al Tjänstledig", "Kanske Eva"]
    {
        assert!(!may_be_name(text), "{text}");
    }
}

#[test]
fn signs_and_words_for_none_name_no_thing() {
    assert!(["-", "?", "NULL", "(tom)", "Vakant"].into_iter().all(is_no_thing));
    assert!(!["Eken", "Rekryteringen", "12", "Openskolan"].into_iter().any(is_no_thing));
}

#[test]
fn an_address_fits_whose_name_is_in_it() {
    assert!(fits("Åsa Öberg", "asa.oberg@example.se") && fits("Öberg, Åsa", "aoberg@example.se"));
    assert!(!fits("Eva Al", "finn.dahl@example.se") && !fits("Eva Al", "ombud@example.se"));
}

/// What holds of a text that is asked about, or told: nobody is taken to hold anything.
fn is_asked(text: &str) -> bool {
    !matches!(of(text), WhoFound::One(Named { sure: true, .. }) | WhoFound::Several { sure: true, .. })
}

#[test]
fn one_word_of_everyday_is_enough_to_ask_whatever_its_letters() {
    for text in [
        "ATT UTSE",
        "SÖKER NY",
        "AVSAGT SIG",
        "Har Avsagt Sig",
        "KOLLA UPP",
        "Kolla Med Eva",
        "BYTS UT",
        "UPPHÖR JUNI",
        "PRIVAT AKTÖR",
        "Utse Ny",
        "Pausad Roll",
        "Delat Ansvar",
        "Roterande Schema",
        "Våra Vikarier",
        "Olika Personer",
        "Coming Soon",
        "Work Ongoing",
        "Mvh Eva",
        "Fortsättning Följer",
        "Möte Juni",
        "Skal Vælges",
        "Bytter Jobb",
        "Sykmeldt Nå",
        "Hans Chef",
        "Ring Växeln",
        "Begär Omval",
    ] {
        assert!(is_asked(text), "{text}: {}", say(text));
    }
}

#[test]
fn organisations_are_asked_about() {
    for text in [
        "Röda Korset",
        "Malmö Stad",
        "Region Skåne",
        "Svenska Kyrkan",
        "SOS Alarm",
        "ISS Facility",
        "Attendo Sverige",
        "Microsoft Teams",
        "KPMG Revision",
        "Nordic Security Group",
        "Polisen Syd",
        "Räddningsverket Väst",
        "Lunds Universitet",
        "Oslo Politidistrikt",
    ] {
        assert!(is_asked(text), "{text}: {}", say(text));
    }
}

#[test]
fn a_word_or_a_time_beside_a_name_makes_no_other_person() {
    for text in
        ["Ny Gun Falk", "Sök Eva Al", "Eva Al Juni", "Finns Eva Al", "Eva Al Pausad", "Fråga Eva Al", "Inte Eva Al"]
    {
        assert!(is_asked(text), "{text}: {}", say(text));
    }
    for (text, name) in [
        ("Ing. Gun Falk", "Gun Falk"),
        ("Civ.ing. Anna Ek", "Anna Ek"),
        ("Anna Ek EXT", "Anna Ek"),
        ("Eva Al PhD", "Eva Al"),
        ("Eva Al, Ph.D.", "Eva Al"),
        ("Eva Al (ext)", "Eva Al"),
    ] {
        let WhoFound::One(named) = of(text) else { panic!("{text}: {:?}", of(text)) };
        assert_eq!((&*named.name, named.sure, named.remark.is_some()), (name, true, true), "{text}");
    }
}

#[test]
fn real_names_are_taken_without_a_question() {
    for text in [
        "Gun Falk",
        "Anna Ek",
        "Mohammed Al-Sayed",
        "Eva-Lena von Sydow",
        "Per Post",
        "Erik From",
        "Tom Just",
        "Hans Brand",
        "Juni Berg",
        "Siv Lind",
        "Tage Nord",
        "Mina Stark",
        "Min Jung",
        "Vi Tran",
        "Kim Ng",
        "Else Holm",
        "Dag Sommar",
        "My Glad",
        "Sol Modig",
        "Bo Ros",
        "Karl XII Ek",
        "De Geer, Carl Johan",
        "Al-Sayed, Mohammed",
        "El Amrani, Sara",
    ] {
        assert!(!is_asked(text), "{text}: {}", say(text));
    }
}

#[test]
fn several_addresses_and_the_address_of_another_are_asked_about() {
    for text in [
        "reception@example.se; info@example.se",
        "eva.al@example.se, finn.dal@example.se",
        "Eva Al; finn.dal@example.se",
        "Eva Al, finn.dal@example.se",
        "Eva Al / finn.dal@example.se",
        "Eva Al; ombud@example.se",
        "Eva Al finn.dal@example.se",
    ] {
        assert!(matches!(of(text), WhoFound::Several { sure: false, .. }), "{text}: {}", say(text));
    }
    for text in [
        "Eva Al <finn.dal@example.se>",
        "Eva Al (ombud@example.se)",
        "Eva Al; eva.al@example.se",
        "Eva Al, eal001@example.se",
    ] {
        assert!(!is_asked(text), "{text}: {}", say(text));
    }
}

#[test]
fn a_term_beside_a_name_is_no_telephone_number() {
    for text in [
        "Eva Al 26-06-30",
        "Eva Al (260630)",
        "Eva Al 260630",
        "Eva Al 300626",
        "Eva Al (2026-2028)",
        "Eva Al 2026–2028",
        "Eva Al 30.06.2026",
        "Eva Al (2026)",
        "Eva Al 30062026",
    ] {
        assert!(is_asked(text), "{text}: {}", say(text));
    }
    for text in ["Eva Al 070-123 45 67", "Eva Al (08-123 45 01)", "Eva Al 12345", "Eva Al, ankn 45678"] {
        assert!(!is_asked(text), "{text}: {}", say(text));
    }
}

#[test]
fn two_names_with_the_family_name_first_are_not_one() {
    for text in ["Al Eva, Dal Finn", "El Sara, Ek Anna", "LE ANNA, EK SARA"] {
        assert!(is_asked(text), "{text}: {}", say(text));
    }
}
