//! The ways to write a list: its headings, days, words for nobody, names, numbers, what stands around it, and its file.

use super::organisation::{Day, Dice, Someone};

/// What the rows of a list are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    Workplaces,
    Posts,
    People,
    Departments,
    Risks,
    Measures,
}

impl Layout {
    pub(crate) const ALL: [Self; 6] =
        [Self::Workplaces, Self::Posts, Self::People, Self::Departments, Self::Risks, Self::Measures];
}

/// How a list is written: each number picks one of several ways, whatever its size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Style {
    pub(crate) headings: usize,
    pub(crate) name: usize,
    pub(crate) between: usize,
    pub(crate) vacancy: usize,
    pub(crate) date: usize,
    pub(crate) number: usize,
    pub(crate) phone: usize,
    pub(crate) file: usize,
    /// Rows above the headings.
    pub(crate) titles: usize,
    /// Bits of what stands between and below the rows.
    pub(crate) around: usize,
    /// How a department stands in its rows: in each, in the first alone, in a row of its own above them.
    pub(crate) joined: usize,
    /// Bits of columns beside those of the list.
    pub(crate) beside: usize,
}

/// Words in which a style writes.
pub(crate) const HEADINGS: usize = 9;
pub(crate) const DATES: usize = 15;
pub(crate) const NAMES: usize = 8;

impl Style {
    /// One of fifty: no two have the same heading, date, vacancy and order of names.
    pub(crate) fn numbered(number: usize) -> Self {
        Self {
            headings: number % HEADINGS,
            name: number % NAMES,
            between: number,
            vacancy: number * 3,
            date: number % DATES,
            number: number / 2,
            phone: number / 3,
            file: number,
            titles: number / 5,
            around: number * 5,
            joined: number / 4,
            beside: number / 7,
        }
    }

    pub(crate) fn thrown(dice: &mut Dice) -> Self {
        let mut throw = || dice.below(1000);
        Self {
            headings: throw() % HEADINGS,
            name: throw() % NAMES,
            between: throw(),
            vacancy: throw(),
            date: throw() % DATES,
            number: throw(),
            phone: throw(),
            file: throw(),
            titles: throw(),
            around: throw(),
            joined: throw(),
            beside: throw(),
        }
    }

    /// What a column of a list is headed.
    #[allow(clippy::too_many_lines, reason = "one arm for each column")]
    pub(crate) fn heading(&self, column: Column) -> &'static str {
        use Column as C;
        let wordings: [&'static str; HEADINGS] = match column {
            C::Place => [
                "Arbetsplats",
                "Workplace",
                "Enhet",
                "ARBETSPLATS",
                "Arbetsställe",
                "Enhetens namn",
                "Skolenhet",
                "Verksamhet/enhet",
                "Org.enhet",
            ],
            C::Department => [
                "Förvaltning",
                "Department",
                "Förvaltning/bolag",
                "FÖRVALTNING",
                "Sektor",
                "Nämnd",
                "Förvaltningens namn",
                "Förv.",
                "Bolag",
            ],
            C::Holder => [
                "Säkerhetsombud",
                "Security representative",
                "Ombud",
                "SÄKERHETSOMBUD (NAMN)",
                "Namn säkerhetsombud",
                "Säk.ombud",
                "Lokalt säkerhetsombud",
                "Ordinarie ombud",
                "Ombudets namn",
            ],
            C::HolderEmail => [
                "Ombudets e-post",
                "Representative's e-mail",
                "E-post",
                "MEJL OMBUD",
                "E-postadress",
                "E-post till ombud",
                "Ombud e-post",
                "Mail ombud",
                "Ombudets e-postadress",
            ],
            C::HolderPhone => [
                "Ombudets telefon",
                "Representative's telephone",
                "Telefon",
                "MOBIL OMBUD",
                "Tfn",
                "Tfn ombud",
                "Ombud mobil",
                "Säkerhetsombudets telefonnummer",
                "Mobilnr säkerhetsombud",
            ],
            C::HolderFrom => [
                "Ombud från och med",
                "Representative from",
                "Fr.o.m.",
                "OMBUD FR.O.M.",
                "Gäller från",
                "Från och med",
                "Startdatum",
                "Förordnad från",
                "Ombud fr o m",
            ],
            C::HolderUntil => [
                "Ombud till och med",
                "Representative until",
                "T.o.m.",
                "OMBUD T.O.M.",
                "Gäller till",
                "Till och med",
                "Slutdatum",
                "Förordnad till",
                "Ombud t o m",
            ],
            C::Employees => [
                "Anställda",
                "Employees",
                "Antal anställda",
                "ANTAL ANST.",
                "Medarbetare",
                "Antal medarb.",
                "Anst.",
                "Antal personal",
                "Antal anställda (st)",
            ],
            C::Role => {
                ["Roll", "Role", "Uppdrag", "ROLL", "Befattning", "Funktion", "Roll/uppdrag", "Säkerhetsroll", "Post"]
            }
            C::Unit => [
                "Enhet",
                "Unit",
                "Arbetsplats",
                "ENHET",
                "Förvaltning/enhet",
                "Verksamhet",
                "Enhetsnamn",
                "Workplace",
                "Enhet",
            ],
            C::PostFrom => [
                "Från och med",
                "From",
                "Fr.o.m.",
                "FR.O.M.",
                "Gäller från",
                "Förordnad från",
                "Startdatum",
                "Tillträde",
                "Valid from",
            ],
            C::PostUntil => [
                "Till och med",
                "Until",
                "T.o.m.",
                "T.O.M.",
                "Gäller till",
                "Förordnad till",
                "Slutdatum",
                "Giltig t.o.m.",
                "Valid until",
            ],
            C::Holding => [
                "Person",
                "Holder",
                "Namn",
                "PERSON",
                "Innehavare",
                "Utsedd person",
                "För- och efternamn",
                "Uppdragstagare",
                "Name",
            ],
            C::Name => [
                "Namn",
                "Name",
                "För- och efternamn",
                "NAMN",
                "Fullständigt namn",
                "Full name",
                "Visningsnamn",
                "Personens namn",
                "Navn",
            ],
            C::GivenName => [
                "Förnamn",
                "Given name",
                "Tilltalsnamn",
                "FÖRNAMN",
                "Förnamn",
                "First name",
                "Förnamn",
                "Förnamn",
                "Fornavn",
            ],
            C::Surname => [
                "Efternamn",
                "Surname",
                "Efternamn",
                "EFTERNAMN",
                "Efternamn",
                "Last name",
                "Efternamn",
                "Efternamn",
                "Etternavn",
            ],
            C::Email => [
                "E-post",
                "E-mail",
                "Mejl",
                "E-POST",
                "E-postadress",
                "Email address",
                "Mail",
                "E-post arbete",
                "Mejladress",
            ],
            C::Phone => [
                "Telefon",
                "Telephone",
                "Tfn",
                "TELEFON",
                "Telefonnummer",
                "Phone number",
                "Tel.",
                "Tel nr",
                "Direktnummer",
            ],
            C::Coordinator => [
                "Säkerhetssamordnare",
                "Security coordinator",
                "Samordnare",
                "SÄKERHETSSAMORDNARE",
                "Säkerhetssamordnare",
                "Förvaltningens samordnare",
                "Coordinator",
                "Samordnare",
                "Säkerhetssamordnarens namn",
            ],
            C::CoordinatorUntil => [
                "Samordnare till och med",
                "Coordinator until",
                "T.o.m.",
                "SAMORDNARE T.O.M.",
                "Gäller till",
                "Till och med",
                "Slutdatum",
                "Förordnad till",
                "Samordnare t o m",
            ],
            C::Risk => [
                "Risk",
                "Risk",
                "Riskhändelse",
                "RISK",
                "Oönskad händelse",
                "Identifierad risk",
                "Riskens namn",
                "Riskscenario",
                "Risknamn",
            ],
            C::Level => [
                "Sannolikhet",
                "Likelihood",
                "Sannolikhet (1-5)",
                "SANNOLIKHET",
                "Sannolikhet 1–5",
                "Likelihood (1-5)",
                "Sannolikhet",
                "S (1-5)",
                "Probability",
            ],
            C::RiskOwner => [
                "Ägare",
                "Owner",
                "Riskägare",
                "ÄGARE",
                "Ansvarig förvaltning",
                "Risk owner",
                "Ansvarig enhet",
                "Ansvarig",
                "Riskägare",
            ],
            C::Reviewed => [
                "Senast granskad",
                "Reviewed",
                "Granskad",
                "SENAST GRANSKAD",
                "Senast uppdaterad",
                "Last reviewed",
                "Senast bedömd",
                "Bedömningsdatum",
                "Review date",
            ],
            C::Measure => [
                "Åtgärd",
                "Measure",
                "Åtgärdsförslag",
                "ÅTGÄRD",
                "Åtgärd/aktivitet",
                "Action",
                "Aktivitet",
                "Åtgärder",
                "Åtgärdens namn",
            ],
            C::MeasureOwner => [
                "Ansvarig",
                "Owner",
                "Ansvarig förvaltning",
                "ANSVARIG",
                "Åtgärdsansvarig",
                "Responsible",
                "Ansvarig enhet",
                "Ansvarig funktion",
                "Genomförs av",
            ],
            C::Due => [
                "Klar senast",
                "Due",
                "Klart",
                "KLAR SENAST",
                "Klardatum",
                "Due date",
                "Klart senast (datum)",
                "Tidplan",
                "Färdigdatum",
            ],
            C::Cost => [
                "Kostnad, kr",
                "Cost, SEK",
                "Kostnad (kr)",
                "KOSTNAD, KR",
                "Kostnad",
                "Cost",
                "Beräknad kostnad",
                "Belopp",
                "Kostnad",
            ],
            C::Remark => {
                ["Nycklar", "Keys", "Anteckning", "LARMKOD", "Övrigt", "Remarks", "Fikarum", "Bilnr", "Nøgler"]
            }
            C::Identity => [
                "Personnummer",
                "Personal identity number",
                "Pnr",
                "PERSNR",
                "Pers.nr",
                "Extra",
                "Nr hos lön",
                "Födelsenr",
                "Fødselsnummer",
            ],
        };
        wordings[self.headings]
    }

    /// What a cell says of a day. Of some the month and the day can be read both ways, of some the year as well.
    pub(crate) fn day(&self, (year, month, day): Day, is_last: bool) -> String {
        const MONTHS: [&str; 12] = [
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
        ];
        const ENGLISH: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let at = month as usize - 1;
        let (name, english) = (MONTHS[at], ENGLISH[at]);
        let short: String = name.chars().take(3).collect();
        match self.date {
            0 => format!("{year}-{month:02}-{day:02}"),
            1 => format!("{year}{month:02}{day:02}"),
            2 => format!("{day} {name} {year}"),
            3 => format!("den {day} {name} {year}"),
            4 => format!("{day}/{month} {year}"),
            5 => format!("{day}/{month}-{:02}", year % 100),
            6 => format!("{year}/{month:02}/{day:02}"),
            7 => format!("{} {day} {short} {year}", if is_last { "t.o.m." } else { "fr.o.m." }),
            8 => format!("{day}.{month}.{year}"),
            9 => format!("{english} {day}, {year}"),
            10 => format!("{month}/{day}/{year}"),
            11 => format!("{:02}-{month:02}-{day:02}", year % 100),
            12 => format!("{year}–{month:02}–{day:02}"),
            13 => format!("{year}-{month:02}-{day:02} 00:00:00"),
            _ => format!("{day}. {} {:02}", name.to_uppercase(), year % 100),
        }
    }

    /// How somebody is written. What stands beside the name is not theirs.
    pub(crate) fn name(&self, someone: &Someone) -> String {
        let (given, family) = (someone.given, someone.family);
        match self.name {
            0 => format!("{given} {family}"),
            1 => format!("{family}, {given}"),
            2 => format!("{}, {given}", family.to_uppercase()),
            3 => format!("{given}\u{a0}{family} "),
            4 => format!("{} {}", given.to_uppercase(), family.to_uppercase()),
            5 => format!("tf {given} {family}"),
            6 => format!("{given} {family} (rektor)"),
            _ => format!(" {given}  {family}"),
        }
    }

    /// Several in one cell.
    pub(crate) fn together(&self, all: &[String]) -> String {
        let between = ["; ", " / ", "\n", ", ", " och ", " & ", " and "];
        all.join(between[self.between % between.len()])
    }

    /// Something that says that nobody is there.
    pub(crate) fn nobody(&self, row: usize) -> &'static str {
        const WORDS: [&str; 30] = [
            "Vakant",
            "VAKANT",
            "(vakant)",
            "Vakant, rekrytering pågår",
            "N.N.",
            "ej utsedd",
            "Tillsätts i höst",
            "–",
            "ingen",
            "saknas f.n.",
            "vacant",
            "not appointed",
            "ubesat",
            "ikke utpekt",
            "TBA",
            "Vakant fr.o.m. 1/9",
            "-",
            "- vakant -",
            "Rekrytering pågår",
            "ej tillsatt",
            "Ingen utsedd",
            "vakans",
            "to be decided",
            "nobody",
            "under ansættelse",
            "Ej klart",
            "inte utsedd ännu",
            "vacant until 2027",
            "besættes",
            "saknas",
        ];
        WORDS[(self.vacancy + row * 7) % WORDS.len()]
    }

    pub(crate) fn number(&self, number: u32, is_money: bool) -> String {
        let grouped = |sign: &str| match number {
            1000.. => format!("{}{sign}{:03}", number / 1000, number % 1000),
            _ => number.to_string(),
        };
        match (self.number % 7, is_money) {
            (0, _) => number.to_string(),
            (1, _) => grouped(" "),
            (2, _) => grouped("\u{a0}"),
            (3, true) => format!("{} kr", grouped(" ")),
            (3, false) => format!("{number} st"),
            (4, true) => format!("{number}:-"),
            (4, false) => grouped("."),
            (5, true) if number.is_multiple_of(1000) => format!("{} tkr", number / 1000),
            (5, false) => format!("ca {number}"),
            _ => format!("{number},0"),
        }
    }

    pub(crate) fn phone(&self, figures: &str) -> String {
        let is_mobile = figures.starts_with("07");
        match self.phone % 6 {
            0 if is_mobile => format!("{}-{} {} {}", &figures[..3], &figures[3..6], &figures[6..8], &figures[8..]),
            0 => format!("{}-{} {} {}", &figures[..2], &figures[2..5], &figures[5..7], &figures[7..]),
            1 => figures.to_owned(),
            2 => format!("+46 {}", &figures[1..]),
            3 => figures[1..].to_owned(),
            4 => format!("=\"{figures}\""),
            _ => format!("{figures} "),
        }
    }
}

/// A column of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    Place,
    Department,
    Holder,
    HolderEmail,
    HolderPhone,
    HolderFrom,
    HolderUntil,
    Employees,
    Role,
    Unit,
    Holding,
    PostFrom,
    PostUntil,
    Name,
    GivenName,
    Surname,
    Email,
    Phone,
    Coordinator,
    CoordinatorUntil,
    Risk,
    Level,
    RiskOwner,
    Reviewed,
    Measure,
    MeasureOwner,
    Due,
    Cost,
    Remark,
    Identity,
}

/// What is written where something else belongs, and what it may be read as nonetheless.
pub(crate) struct Noise {
    pub(crate) text: &'static str,
    pub(crate) number: Option<u32>,
    pub(crate) day: Option<&'static str>,
}

const fn noise(text: &'static str) -> Noise {
    Noise { text, number: None, day: None }
}

/// None of it names anybody.
pub(crate) const NOISE: [Noise; 48] = [
    noise("se chef"),
    noise("enl. lista"),
    noise("samma som ovan"),
    noise("#SAKNAS!"),
    noise("#N/A"),
    noise("#REF!"),
    noise("=B2"),
    noise("d:o"),
    noise("rektor"),
    noise("A-12"),
    noise("våren 2027"),
    noise("Vakar Nilsson"),
    noise("Hyrs in"),
    noise("Ingen Andersson"),
    noise("Tidigare Eva Al"),
    noise("Ev. Tore Ask"),
    noise("3/4/2027"),
    noise("31/2 2027"),
    Noise { text: "85.000", number: Some(85), day: None },
    noise("ca 12"),
    noise("40-50"),
    Noise { text: "1234", number: Some(1234), day: None },
    Noise { text: "2027-06-30", number: None, day: Some("2027-06-30") },
    noise("Hus Nord"),
    noise("Plan 2"),
    noise("Reception"),
    noise("Expeditionen"),
    noise("Kontoret"),
    noise("Entré A"),
    noise("Östra Flygeln"),
    noise("Kansli Syd"),
    noise("Hemtjänst Nord"),
    noise("Ebba"),
    noise("ja"),
    noise("x"),
    noise("?"),
    noise("Uppgift saknas"),
    noise("Namn"),
    noise("januari 2026"),
    noise("snart"),
    noise("Sida 1 av 3"),
    noise("Eva Al, Finn Dal (ersättare)"),
    noise("Pia Ek och Siv Ask"),
    noise("se annan flik"),
    noise("Arbetslaget Blå"),
    noise("070-123 45 99 / 08-123 45 99"),
    noise("okänt nr"),
    noise("HR Avdelningen"),
];

/// Identity numbers of the series that the tax agency publishes for testing, as they are written. Their last figures
/// stand nowhere else.
pub(crate) const IDENTITIES: [&str; 8] = [
    "18900101-9802",
    "900101-9802",
    "9001019802",
    "189001019802",
    "900101 9802",
    "1890-01-01-9802",
    "701063-2391",
    "900101 - 9802",
];
