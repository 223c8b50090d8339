//! A municipality written as a list: each cell with what it says, and the list as a file.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::organisation::{Day, Dice, Municipality};
use super::style::{Column, IDENTITIES, Layout, NOISE, Style};

/// What a cell says. Numbers are places in the lists of the municipality.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Claim {
    Nothing,
    /// The row of the cell is no item: a sum, a footer, the headings again.
    Around,
    /// A department that the rows below belong to.
    Section(usize),
    /// Something that no column takes in.
    Beside,
    Identity,
    Place(usize),
    DepartmentOf(usize),
    /// Who represents a place, as far as this cell says.
    Holders(usize, Vec<usize>),
    Emails(Vec<usize>),
    Phones(Vec<usize>),
    From(usize),
    Until(usize),
    Employees(usize),
    Post(usize),
    Name(usize),
    Works(usize, usize),
    Department(usize),
    Coordinator(usize),
    CoordinatorUntil(usize),
    Staff(usize),
    Risk(usize),
    Level(usize),
    RiskOwner(usize),
    Reviewed(usize),
    Measure(usize),
    MeasureOwner(usize),
    Due(usize),
    Cost(usize),
    /// One of [`NOISE`] where something else belongs.
    Noise(usize, Box<Claim>),
}

#[derive(Debug, Clone)]
pub(crate) struct Cell {
    pub(crate) text: String,
    pub(crate) claim: Claim,
    /// As a workbook may have it.
    typed: Option<Typed>,
}

#[derive(Debug, Clone, Copy)]
enum Typed {
    Day(Day),
    Number(f64),
}

/// A list that was written.
pub(crate) struct Written {
    pub(crate) name: &'static str,
    pub(crate) bytes: Vec<u8>,
    pub(crate) rows: Vec<Vec<Cell>>,
    pub(crate) headings: usize,
}

fn cell(text: impl Into<String>, claim: Claim) -> Cell {
    let text = text.into();
    let claim = if text.trim().is_empty() { Claim::Nothing } else { claim };
    Cell { text, claim, typed: None }
}

fn blank() -> Cell {
    cell("", Claim::Nothing)
}

/// Writes lists of a municipality in a style.
pub(crate) struct Writer<'m> {
    pub(crate) all: &'m Municipality,
    pub(crate) style: Style,
    pub(crate) layout: Layout,
}

impl Writer<'_> {
    fn columns(&self) -> Vec<Column> {
        use Column as C;
        let is_in_two = self.style.beside & 4 != 0;
        let mut columns = match self.layout {
            Layout::Workplaces => vec![
                C::Place,
                C::Department,
                C::Holder,
                C::HolderEmail,
                C::HolderPhone,
                C::HolderFrom,
                C::HolderUntil,
                C::Employees,
            ],
            Layout::Posts => vec![C::Role, C::Unit, C::Holding, C::Email, C::PostFrom, C::PostUntil],
            Layout::People if is_in_two => vec![C::GivenName, C::Surname, C::Email, C::Phone, C::Unit],
            Layout::People => vec![C::Name, C::Email, C::Phone, C::Unit],
            Layout::Departments => vec![C::Department, C::Coordinator, C::CoordinatorUntil, C::Employees],
            Layout::Risks => vec![C::Risk, C::Level, C::RiskOwner, C::Reviewed],
            Layout::Measures => vec![C::Measure, C::MeasureOwner, C::Due, C::Cost],
        };
        if self.is_sectioned() {
            columns.retain(|column| *column != C::Department);
        } else if self.layout == Layout::Workplaces && self.style.titles % 3 == 1 {
            columns.swap(0, 1);
        }
        if self.style.beside & 1 != 0 {
            columns.push(C::Remark);
        }
        if self.style.beside & 2 != 0 {
            columns.insert(1.min(columns.len()), C::Identity);
        }
        columns
    }

    fn is_sectioned(&self) -> bool {
        self.layout == Layout::Workplaces && self.style.joined % 3 == 2
    }

    fn is_joined(&self) -> bool {
        self.layout == Layout::Workplaces && self.style.joined % 3 == 1
    }

    fn day(&self, day: Option<Day>, is_last: bool, claim: Claim) -> Cell {
        let text = day.map_or(String::new(), |day| self.style.day(day, is_last));
        Cell { typed: day.filter(|_| self.style.date.is_multiple_of(3)).map(Typed::Day), ..cell(text, claim) }
    }

    fn number(&self, number: u32, is_money: bool, claim: Claim) -> Cell {
        let typed = (self.style.number % 7 < 3).then(|| Typed::Number(number.into()));
        Cell { typed, ..cell(self.style.number(number, is_money), claim) }
    }

    fn phones(&self, who: &[usize]) -> Cell {
        let all: Vec<&str> = who.iter().filter_map(|at| self.all.people[*at].phone.as_deref()).collect();
        let text: Vec<String> = all.iter().map(|figures| self.style.phone(figures)).collect();
        let is_number = self.style.phone % 6 == 3 && all.len() == 1;
        let typed = is_number.then(|| Typed::Number(all[0].parse().expect("figures")));
        let who = who.iter().copied().filter(|at| self.all.people[*at].phone.is_some()).collect();
        Cell { typed, ..cell(text.join("; "), Claim::Phones(who)) }
    }

    fn emails(&self, who: &[usize]) -> Cell {
        let all: Vec<String> = who.iter().filter_map(|at| self.all.people[*at].email.clone()).collect();
        let who = who.iter().copied().filter(|at| self.all.people[*at].email.is_some()).collect();
        cell(all.join("; "), Claim::Emails(who))
    }

    fn names(&self, who: &[usize], row: usize, claim: Claim) -> Cell {
        let names: Vec<String> = who.iter().map(|at| self.style.name(&self.all.people[*at])).collect();
        if who.is_empty() { cell(self.style.nobody(row), claim) } else { cell(self.style.together(&names), claim) }
    }

    /// The cell of a column in a row about this: a place with some who represent it, or the number of something else.
    fn cell(&self, column: Column, row: usize, at: usize, who: &[usize]) -> Cell {
        use Column as C;
        let all = self.all;
        let place = || &all.places[at];
        match column {
            C::Place => cell(&*place().name, Claim::Place(at)),
            C::Department if self.layout == Layout::Departments => {
                cell(all.departments[at].name, Claim::Department(at))
            }
            C::Department => cell(all.departments[place().department].name, Claim::DepartmentOf(at)),
            C::Holder | C::Holding => self.names(who, row, Claim::Holders(at, who.to_vec())),
            C::HolderEmail => self.emails(who),
            C::HolderPhone => self.phones(who),
            C::HolderFrom | C::PostFrom => self.day(place().from, false, Claim::From(at)),
            C::HolderUntil | C::PostUntil => self.day(place().until, true, Claim::Until(at)),
            C::Employees if self.layout == Layout::Departments => {
                self.number(all.departments[at].employees, false, Claim::Staff(at))
            }
            C::Employees => self.number(place().employees, false, Claim::Employees(at)),
            C::Role => cell("Säkerhetsombud", Claim::Post(at)),
            C::Unit if self.layout == Layout::Posts => cell(&*place().name, Claim::Post(at)),
            C::Unit => match all.places.iter().position(|place| place.holders.contains(&at)) {
                Some(place) => cell(&*all.places[place].name, Claim::Works(at, place)),
                None => blank(),
            },
            C::Name => self.names(&[at], row, Claim::Name(at)),
            C::GivenName => cell(all.people[at].given, Claim::Name(at)),
            C::Surname => cell(all.people[at].family, Claim::Name(at)),
            C::Email if self.layout == Layout::Posts => self.emails(who),
            C::Email => self.emails(&[at]),
            C::Phone => self.phones(&[at]),
            C::Coordinator => {
                let who: Vec<usize> = all.departments[at].coordinator.into_iter().collect();
                self.names(&who, row, Claim::Coordinator(at))
            }
            C::CoordinatorUntil => self.day(all.departments[at].until, true, Claim::CoordinatorUntil(at)),
            C::Risk => cell(&*all.risks[at].title, Claim::Risk(at)),
            C::Level => Cell {
                typed: Some(Typed::Number(all.risks[at].level.into())),
                ..cell(all.risks[at].level.to_string(), Claim::Level(at))
            },
            C::RiskOwner => cell(all.departments[all.risks[at].owner].name, Claim::RiskOwner(at)),
            C::Reviewed => self.day(all.risks[at].day, true, Claim::Reviewed(at)),
            C::Measure => cell(&*all.measures[at].title, Claim::Measure(at)),
            C::MeasureOwner => cell(all.departments[all.measures[at].owner].name, Claim::MeasureOwner(at)),
            C::Due => self.day(all.measures[at].day, true, Claim::Due(at)),
            C::Cost => self.number(all.measures[at].cost, true, Claim::Cost(at)),
            C::Remark => cell(if row.is_multiple_of(2) { "Hos vaktmästaren" } else { "" }, Claim::Beside),
            C::Identity => cell(IDENTITIES[(row + self.style.beside) % IDENTITIES.len()], Claim::Identity),
        }
    }

    /// What each row is about: a place or another item, and those of it whom the row names.
    fn about(&self) -> Vec<(usize, Vec<usize>)> {
        let count = match self.layout {
            Layout::Workplaces => self.all.places.len(),
            Layout::Departments => self.all.departments.len(),
            Layout::People => self.all.people.len(),
            Layout::Risks => self.all.risks.len(),
            Layout::Measures => self.all.measures.len(),
            Layout::Posts => {
                // Each holder in a row of their own, or all in one.
                let rows = |at: usize| match &self.all.places[at].holders {
                    all if self.style.between % 2 == 1 && all.len() > 1 => {
                        all.iter().map(|one| (at, vec![*one])).collect()
                    }
                    all => vec![(at, all.clone())],
                };
                return (0..self.all.places.len()).flat_map(rows).collect();
            }
        };
        let holders = |at: usize| match self.layout {
            Layout::Workplaces => self.all.places[at].holders.clone(),
            _ => Vec::new(),
        };
        (0..count).map(|at| (at, holders(at))).collect()
    }

    /// The list, with noise where the dice say.
    pub(crate) fn write(&self, dice: &mut Dice) -> Written {
        const TITLES: [&str; 3] = ["Säkerhetsorganisation, våren 2026", "Sammanställd av staben", ""];
        let columns = self.columns();
        let of_places = !matches!(self.layout, Layout::Risks | Layout::Measures);
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        for title in TITLES.iter().take(self.style.titles % 4) {
            rows.push(vec![cell(*title, Claim::Nothing)]);
        }
        let headings = rows.len();
        let headed = |claim: &Claim| -> Vec<Cell> {
            columns.iter().map(|column| cell(self.style.heading(*column), claim.clone())).collect()
        };
        rows.push(headed(&Claim::Nothing));
        let about = self.about();
        let mut joined: Vec<(usize, usize)> = Vec::new();
        let mut above = None;
        for (row, (at, who)) in about.iter().enumerate() {
            if row > 0 && row == about.len() / 2 {
                if self.style.around & 1 != 0 {
                    rows.push(Vec::new());
                }
                if self.style.around & 2 != 0 {
                    rows.push(headed(&Claim::Around));
                    // Nothing is joined across headings.
                    above = None;
                }
            }
            let department = (self.layout == Layout::Workplaces).then(|| self.all.places[*at].department);
            if let Some(department) = department.filter(|_| self.is_sectioned() && above != department) {
                let mut row = vec![blank(); columns.len()];
                let place = columns.iter().position(|column| *column == Column::Place).expect("it has places");
                row[place] = cell(self.all.departments[department].name, Claim::Section(department));
                rows.push(row);
            }
            let mut cells: Vec<Cell> = columns.iter().map(|column| self.cell(*column, row, *at, who)).collect();
            if self.is_joined() && above == department {
                let place =
                    columns.iter().position(|column| *column == Column::Department).expect("it has departments");
                cells[place] = blank();
                match joined.last_mut() {
                    Some(last) => last.1 = rows.len(),
                    None => unreachable!("one stands above"),
                }
            } else if self.is_joined() {
                joined.push((rows.len(), rows.len()));
            }
            above = department;
            rows.push(cells);
        }
        self.spoil(&mut rows[headings + 1..], dice);
        let width = columns.len();
        if self.style.around & 4 != 0 {
            let mut sum = vec![blank(); width];
            sum[0] = cell("Summa", Claim::Around);
            sum[width - 1] = cell("2720", Claim::Around);
            rows.push(sum);
        }
        let mut footers = vec![(8, "Sida 1 av 2"), (16, "Utskriven 2026-02-02 av Siv Gran")];
        if of_places {
            footers.push((32, "Kontakt: Siv Gran, 08-123 45 01"));
        }
        for (bit, text) in footers {
            if self.style.around & bit != 0 {
                rows.push(vec![cell(text, Claim::Around)]);
            }
        }
        let column = columns.iter().position(|column| *column == Column::Department).unwrap_or_default();
        let joined: Vec<(usize, usize)> = joined.into_iter().filter(|(first, last)| last > first).collect();
        let (name, bytes) = match self.style.file % 5 {
            4 => {
                ("list.xlsx", workbook(&rows, column, if self.style.titles.is_multiple_of(2) { &joined } else { &[] }))
            }
            encoding => ("list.csv", text(&rows, encoding, self.style)),
        };
        Written { name, bytes, rows, headings }
    }

    /// Writes something else over some of the cells.
    fn spoil(&self, rows: &mut [Vec<Cell>], dice: &mut Dice) {
        let can_be_else = |claim: &Claim| match claim {
            Claim::Name(_) => self.style.beside & 4 == 0,
            claim => matches!(
                claim,
                Claim::Holders(..)
                    | Claim::Emails(_)
                    | Claim::Phones(_)
                    | Claim::From(_)
                    | Claim::Until(_)
                    | Claim::Employees(_)
                    | Claim::Coordinator(_)
                    | Claim::CoordinatorUntil(_)
                    | Claim::Staff(_)
                    | Claim::Level(_)
                    | Claim::RiskOwner(_)
                    | Claim::Reviewed(_)
                    | Claim::MeasureOwner(_)
                    | Claim::Due(_)
                    | Claim::Cost(_)
            ),
        };
        for _ in 0..if rows.is_empty() { 0 } else { dice.below(7) } {
            let (row, column, noise) = (dice.below(rows.len()), dice.below(1000), dice.below(NOISE.len()));
            let mut cells: Vec<&mut Cell> = rows[row].iter_mut().filter(|cell| can_be_else(&cell.claim)).collect();
            if cells.is_empty() {
                continue;
            }
            let column = column % cells.len();
            let claim = Claim::Noise(noise, Box::new(cells[column].claim.clone()));
            *cells[column] = Cell { text: NOISE[noise].text.to_owned(), claim, typed: None };
        }
    }
}

/// The rows as a text with separators.
fn text(rows: &[Vec<Cell>], encoding: usize, style: Style) -> Vec<u8> {
    let separator = [';', ',', '\t', '|'][style.file / 5 % 4];
    let quoted = |text: &str| {
        let is_needed = style.file % 2 == 1 || text.contains([separator, '"', '\n']);
        if is_needed { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
    };
    let line = |row: &Vec<Cell>| {
        row.iter().map(|cell| quoted(&cell.text)).collect::<Vec<_>>().join(&separator.to_string()) + "\r\n"
    };
    let text: String = rows.iter().map(line).collect();
    match encoding {
        0 => text.into_bytes(),
        1 => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        2 => {
            let byte = |letter: char| match letter {
                '–' => 0x96,
                letter => u8::try_from(u32::from(letter)).expect("a letter of Western Europe"),
            };
            text.chars().map(byte).collect()
        }
        _ => [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect(),
    }
}

/// The rows as a workbook, with some cells of one column joined with those below them.
fn workbook(rows: &[Vec<Cell>], column: usize, joined: &[(usize, usize)]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell.typed {
                Some(Typed::Day((year, month, date))) => {
                    let (year, month) = (u16::try_from(year).unwrap(), u8::try_from(month).unwrap());
                    let date = ExcelDateTime::from_ymd(year, month, u8::try_from(date).unwrap()).unwrap();
                    sheet.write_datetime_with_format(row, column, date, &day).unwrap();
                }
                Some(Typed::Number(number)) => {
                    sheet.write_number(row, column, number).unwrap();
                }
                None if cell.text.is_empty() => {}
                None => {
                    sheet.write_string(row, column, &*cell.text).unwrap();
                }
            }
        }
    }
    let column = u16::try_from(column).unwrap();
    for (first, last) in joined {
        let text = rows[*first][usize::from(column)].text.clone();
        let (first, last) = (u32::try_from(*first).unwrap(), u32::try_from(*last).unwrap());
        sheet.merge_range(first, column, last, column, &text, &Format::new()).unwrap();
    }
    book.save_to_buffer().unwrap()
}
