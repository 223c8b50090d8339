//! What an import tells: what was left out and why, and what it must ask before it goes on.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::exchange::field::{CellReference, SheetTarget};
use crate::exchange::sheet::CellPlace;
use crate::organisation::unit::UnitKind;

/// Notes of one import that are told, at most; of the rest their number is.
pub const MOST_NOTES: usize = 10_000;

/// Where in the file: which sheet, from 0, and which cell of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SheetSpot {
    /// The sheet, from 0.
    pub sheet: u32,
    /// The row, from 0.
    pub row: u32,
    /// The column, from 0; `None` where the whole row is meant.
    pub column: Option<u32>,
}

impl SheetSpot {
    /// The cell, where one is meant.
    pub fn place(self) -> Option<CellPlace> {
        self.column.map(|column| CellPlace { row: self.row, column })
    }
}

/// Something to tell about a cell or a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The cell or row that the note is about.
    pub at: SheetSpot,
    /// What the cell says, as far as it is shown; empty where nothing of it is.
    pub found: String,
    /// What there is to tell.
    pub what: NoteKind,
}

/// What there is to tell. Where nothing else is said, the cell is not used and the rest of its row is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoteKind {
    /// The value is no number.
    NotANumber,
    /// The value is no whole number of the size the field can have.
    NotWhole,
    /// The value is no day, or could be read as two.
    NotADay,
    /// The value is neither yes nor no.
    NotYesOrNo,
    /// The value is none of the words the field can have.
    NotAWord,
    /// The value is no level of the scale.
    NotALevel,
    /// The value is no telephone number, or one that has lost what it began with.
    NotAPhone,
    /// The value is no e-mail address, or several where one can stand.
    NotAnAddress,
    /// The value is no address on the web.
    NotAWebAddress,
    /// The value is an error of a spreadsheet, which says nothing.
    SheetError,
    /// The value is no name of a person: a number, a code, a sign, the name of a unit or of a role.
    NotAName,
    /// The value is no name of a unit: somebody, what is left over, a sum, an address, or that there is none.
    NotAPlace,
    /// The value says that there is nobody, where only somebody can stand.
    Nobody,
    /// The cell points to someone or something without naming them: "see above".
    Refers,
    /// This is said beside what is used, and is not used itself.
    Remark,
    /// The address, the number or the substitute belongs to one of several people, and it cannot be told to whom.
    OfSeveral,
    /// The cell names several where one can stand, and none of them is used.
    Several,
    /// The value says that a post has no last day. The file has one, which stays: an import takes nothing away.
    LastDayStays,
    /// The post would end before it begins: neither day is used, nor a holder whom the same row names.
    EndsBeforeItBegins,
    /// The value names the holder of a post as the one who stands in for them.
    OwnSubstitute,
    /// The number stands in a cell that several rows share, and it is not known how much of it is whose.
    OverRows,
    /// The row is the headings once more, and is not used.
    HeadingAgain,
    /// The row is a sum, and is not used.
    Sum,
    /// The row is a footer, such as the number of a page or a day of printing, and is not used.
    Footer,
    /// The row names a department alone: it is a heading, and the rows below it belong there.
    Section,
    /// The file has nothing of this name or id.
    NotFound {
        /// The kind of thing that it should be.
        of: CellReference,
    },
    /// Several have this name.
    Ambiguous {
        /// The kind of thing that it should be.
        of: CellReference,
        /// People or things that have the name.
        count: usize,
    },
    /// The row lacks what it cannot be without, and is not used.
    Needed {
        /// Id of the field.
        field: String,
    },
    /// The account is a guest's; the row is not used.
    Guest,
    /// The account is closed; the row is not used.
    Disabled,
    /// Someone else holds the post already. Both do now: an import takes nothing away.
    OtherHolder {
        /// The name of the one who holds the post already.
        name: String,
    },
    /// The value says that nobody holds the post. In the file someone does, and goes on: an import takes nothing away.
    HolderStays {
        /// The name of the one who goes on holding the post.
        name: String,
    },
    /// A row above says otherwise, and that row is used.
    Contradicts {
        /// The row that is used, from 0.
        row: u32,
    },
    /// A row above names the same person for the post, and one of the two rows alone tells the day; they are taken for one
    /// term.
    SamePost {
        /// The row above, from 0.
        row: u32,
    },
    /// A row above says that nobody holds the post, which this one fills.
    WasVacant {
        /// The row above, from 0.
        row: u32,
    },
    /// The sheet does not say what kind of unit it is; this is assumed.
    KindAssumed {
        /// The kind that is assumed.
        kind: UnitKind,
    },
    /// The cell is empty and taken to say what the one above it says.
    FromAbove,
    /// A row above names someone of the same name, without an e-mail address; they are taken for one person.
    SamePerson {
        /// The row above, from 0.
        row: u32,
    },
    /// The cell held a personal identity number, which is dropped.
    PersonalNumber,
    /// The name of the file or of the sheet held a personal identity number, which is dropped.
    PersonalNumberInName,
    /// The text was longer than what is read, and is cut.
    Cut,
    /// The sheet has so many rows beyond the last one that is read.
    RowsLeftOut {
        /// Rows that are left out.
        count: u32,
    },
    /// The sheet has so many filled cells beyond the last column that is read.
    CellsLeftOut {
        /// Filled cells that are left out.
        count: u32,
    },
    /// More is to be told from here on: only the first notes are kept, so that a file of mistakes does not fill the memory.
    NotesLeftOut {
        /// Notes that are left out.
        count: u32,
    },
    /// So many rows with content are hidden in their own program, and are not taken in. The first is meant.
    HiddenRows {
        /// Hidden rows with content.
        count: u32,
    },
    /// So many columns with content are hidden in their own program, and are not taken in. The first is meant.
    HiddenColumns {
        /// Hidden columns with content.
        count: u32,
    },
    /// The sheet is hidden in its own program, and is not taken in.
    HiddenSheet,
    /// The file says that it goes on in a further page, which is not in it.
    GoesOn,
    /// The column has content below this heading, and is not taken in.
    ColumnLeftOut,
    /// The sheet is not taken in: none of its headings is known, or the reader has said so.
    SheetLeftOut,
    /// Who or what is meant has been asked and not answered; it is not used.
    Unanswered,
    /// The value was answered that it be left out.
    LeftOut,
}

impl NoteKind {
    /// Whether a sheet as a whole is meant, not a place in it.
    pub fn is_of_sheet(&self) -> bool {
        matches!(self, Self::SheetLeftOut | Self::HiddenSheet | Self::GoesOn | Self::PersonalNumberInName)
    }
}

/// Something an import cannot decide by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportQuestion {
    /// What an answer is given to. The same mention has the same key wherever it stands.
    pub key: String,
    /// The cell where the name is first mentioned.
    pub at: SheetSpot,
    /// What is meant: a person, a unit, or the dimension of a matrix.
    pub about: CellReference,
    /// The name in the sheet, or whatever it is that is doubtful.
    pub name: String,
    /// The e-mail address in the sheet.
    pub email: Option<String>,
    /// What is doubtful about the match.
    pub doubt: Doubt,
    /// The people or things that could be meant.
    pub candidates: Vec<ImportCandidate>,
}

/// What is doubtful about a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Doubt {
    /// Several have the name or the address.
    Several,
    /// The name is the same, the e-mail address another.
    OtherEmail,
    /// The e-mail address is the same, the name another.
    OtherName,
    /// The name is nearly the same.
    NearName,
    /// The name is the same, the place in the organisation another.
    OtherPlace,
    /// It may be no name of a person. The answer that it is a new one says that it is.
    NoName,
    /// It may be several people. The answer that it is a new one says that each part is a person.
    SeveralPeople,
    /// Which dimension of consequence the levels are of. The candidates are the dimensions.
    Dimension,
}

/// Someone or something that could be meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportCandidate {
    /// The id of the item that could be meant.
    pub id: String,
    /// The name of the item that could be meant.
    pub name: String,
    /// The e-mail address.
    pub email: Option<String>,
    /// The name of the unit they work at, or that it belongs to.
    pub unit: Option<String>,
}

/// The answers so far, by the key of their question.
pub type ImportAnswers = BTreeMap<String, ImportAnswer>;

/// An answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ImportAnswer {
    /// This one is meant: an id.
    Use(String),
    /// None of the candidates is meant, but a new item.
    New,
    /// What the question is about is left out.
    LeaveOut,
}

/// An item that rows speak of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedItem {
    /// The first row that does.
    pub at: SheetSpot,
    /// The kind of item: the target whose fields it has.
    pub target: SheetTarget,
    /// The name of the item.
    pub name: String,
    /// What becomes of the item.
    pub fate: ItemFate,
    /// The fields that change.
    pub fields: Vec<FieldChange>,
}

/// What becomes of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ItemFate {
    /// The item is new.
    Added,
    /// Some fields of the item change.
    Changed,
    /// The item is as the sheet says already.
    Same,
}

/// A field before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// Id of the field, with its dimension: `consequence:life`.
    pub field: String,
    /// As a sheet would write what is there; empty where nothing is.
    pub before: String,
    /// As a sheet would write what is to be there.
    pub after: String,
}
