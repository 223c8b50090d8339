//! Random municipalities, everyone in them invented.

/// A day: year, month and day.
pub(crate) type Day = (i32, u32, u32);

/// Throws that everything random is read from; when they are used up all others are zero, so that less of them is simpler.
pub(crate) struct Dice(std::vec::IntoIter<u16>);

impl Dice {
    pub(crate) fn new(throws: Vec<u16>) -> Self {
        Self(throws.into_iter())
    }

    /// A number below another.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::from(self.0.next().unwrap_or_default()) % end.max(1)
    }

    /// Whether one throw of so many hits.
    pub(crate) fn one_in(&mut self, end: usize) -> bool {
        self.below(end) == 1
    }
}

/// A made-up person with what an import can say of them.
#[derive(Debug, Clone)]
pub(crate) struct Someone {
    pub(crate) given: &'static str,
    pub(crate) family: &'static str,
    pub(crate) email: Option<String>,
    /// The figures of their telephone number, with the zero it begins with.
    pub(crate) phone: Option<String>,
}

impl Someone {
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.given, self.family)
    }
}

/// A workplace, and who represents it.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    pub(crate) name: String,
    pub(crate) department: usize,
    /// Places among the people; none where the post is vacant.
    pub(crate) holders: Vec<usize>,
    pub(crate) from: Option<Day>,
    pub(crate) until: Option<Day>,
    pub(crate) employees: u32,
}

/// A department, and who coordinates its security.
#[derive(Debug, Clone)]
pub(crate) struct Department {
    pub(crate) name: &'static str,
    pub(crate) coordinator: Option<usize>,
    pub(crate) until: Option<Day>,
    pub(crate) employees: u32,
}

/// A risk, or a measure with what it costs.
#[derive(Debug, Clone)]
pub(crate) struct Matter {
    pub(crate) title: String,
    pub(crate) owner: usize,
    pub(crate) day: Option<Day>,
    pub(crate) level: u32,
    pub(crate) cost: u32,
}

/// All there is to be written.
#[derive(Debug, Clone, Default)]
pub(crate) struct Municipality {
    pub(crate) people: Vec<Someone>,
    pub(crate) departments: Vec<Department>,
    pub(crate) places: Vec<Place>,
    pub(crate) risks: Vec<Matter>,
    pub(crate) measures: Vec<Matter>,
}

const GIVEN: [&str; 12] =
    ["Ada", "Birk", "Cleo", "Disa", "Egil", "Frej", "Gry", "Hedda", "Ivar", "Jorun", "Knut", "Åke"];
const FAMILY: [&str; 12] = [
    "Ahlgren",
    "Berglund",
    "Dahlin",
    "Ekström",
    "Fors",
    "Granath",
    "Hällqvist",
    "Ingemarsson",
    "Jönsson",
    "Kvist",
    "Lööf",
    "von Essen",
];
const DEPARTMENTS: [&str; 4] =
    ["Barn- och utbildningsförvaltningen", "Gatuförvaltningen", "Omsorgsförvaltningen", "Kulturkontoret"];
const KINDS: [&str; 6] = ["Förskolan", "Skolan", "Boendet", "Hemtjänsten", "Driftstationen", "Biblioteket"];
const TREES: [&str; 10] = ["Asken", "Björken", "Cedern", "Draken", "Eken", "Furan", "Granen", "Hasseln", "Ängen", "Ön"];
const RISKS: [&str; 5] = ["Översvämning", "Elavbrott", "Brand i arkivet", "Hot mot personal", "Dataintrång"];
const MEASURES: [&str; 5] = ["Ny pump", "Reservkraft", "Sprinkler", "Larm i receptionen", "Tvåfaktorsinloggning"];

fn day(dice: &mut Dice) -> Option<Day> {
    let year = 2026 + i32::try_from(dice.below(4)).expect("few");
    let (month, day) = (1 + dice.below(12), 1 + dice.below(28));
    (!dice.one_in(4)).then(|| (year, u32::try_from(month).expect("few"), u32::try_from(day).expect("few")))
}

impl Municipality {
    pub(crate) fn thrown(dice: &mut Dice) -> Self {
        let mut all = Self::default();
        for name in &DEPARTMENTS[..=dice.below(DEPARTMENTS.len())] {
            let coordinator = (!dice.one_in(3)).then(|| all.somebody(dice));
            let (until, employees) = (day(dice), number(1 + dice.below(1900)));
            all.departments.push(Department { name, coordinator, until, employees });
        }
        for tree in &TREES[..=dice.below(9)] {
            let name = format!("{} {tree}", KINDS[dice.below(KINDS.len())]);
            let department = dice.below(all.departments.len());
            let holders = (0..[1, 0, 2, 1][dice.below(4)]).map(|_| all.somebody(dice)).collect();
            let (from, until) = (day(dice).filter(|_| dice.one_in(2)), day(dice));
            // A term that ends before it begins is another matter.
            let from = from.map(|(year, month, day)| (year - 5, month, day));
            let employees = number(1 + dice.below(900));
            all.places.push(Place { name, department, holders, from, until, employees });
        }
        all.places.sort_by_key(|place| place.department);
        for (titles, of_measures) in [(RISKS, false), (MEASURES, true)] {
            for title in &titles[..=dice.below(titles.len())] {
                let owner = dice.below(all.departments.len());
                let (day, level, cost) = (day(dice), number(1 + dice.below(5)), number(500 * (1 + dice.below(3000))));
                let matter = Matter { title: (*title).to_owned(), owner, day, level, cost };
                if of_measures { all.measures.push(matter) } else { all.risks.push(matter) }
            }
        }
        all
    }

    /// Somebody more: no two have one name, so that each is one person whatever is known of them.
    fn somebody(&mut self, dice: &mut Dice) -> usize {
        let mut at = dice.below(GIVEN.len() * FAMILY.len());
        let is_taken = |at: usize| {
            let (given, family) = (GIVEN[at % GIVEN.len()], FAMILY[at / GIVEN.len()]);
            self.people.iter().any(|other| (other.given, other.family) == (given, family))
        };
        while is_taken(at) {
            at = (at + 1) % (GIVEN.len() * FAMILY.len());
        }
        let (given, family) = (GIVEN[at % GIVEN.len()], FAMILY[at / GIVEN.len()]);
        let plain = |text: &str| text.to_lowercase().replace(['ä', 'å'], "a").replace('ö', "o").replace(' ', "");
        let email = (!dice.one_in(3)).then(|| format!("{}.{}@example.org", plain(given), plain(family)));
        let number = self.people.len();
        let phone = match dice.below(4) {
            0 => None,
            1 => Some(format!("08123450{:02}", number % 100)),
            _ => Some(format!("07012345{:02}", number % 100)),
        };
        self.people.push(Someone { given, family, email, phone });
        number
    }
}

fn number(of: usize) -> u32 {
    u32::try_from(of).expect("small")
}
