//! The organisation as numbers: every id resolved once, posts laid out by unit, the tree as ranks.
//!
//! The rooms above never look an id up by its text. Units, people and roles are `u32`: units and people the index
//! of their item, roles and unknown units a number given when first met.

mod posts;

use super::ids::{Ids, NONE, UNRESOLVED};
use super::nobody::says_nobody;
use super::place::problem_at;
use super::problem::{ProblemKind, Problems};
use super::unit::UnitKind;
use super::value::Date;
use super::walk::Referred;
use super::{ListName, Organisation};

/// A post with its references resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Post {
    /// Number of the role.
    pub role: u32,
    /// Number of the unit.
    pub unit: u32,
    /// Number of the holder; [`NONE`] when vacant, or when the file has no such person.
    pub person: u32,
    /// First day, included.
    pub from: Option<Date>,
    /// Last day, included.
    pub until: Option<Date>,
    /// Whether the post is a substitute's, who never counts as a holder.
    pub substitute: bool,
    /// Number of the person reported to; [`NONE`] when not said, [`UNRESOLVED`] when not in the file.
    pub reports_to: u32,
    /// Number of the person who made the appointment, likewise.
    pub appointed_by: u32,
    /// Number of the unit represented; [`NONE`] when not said.
    pub on_behalf_of: u32,
    /// Index of its item among the assignments.
    pub assignment: u32,
}

impl Post {
    /// Whether the post names a person and its term takes in the day.
    pub fn current(&self, on: Date) -> bool {
        self.person != NONE && self.from.is_none_or(|from| from <= on) && self.until.is_none_or(|until| on <= until)
    }

    /// Whether the post's holder counts as one that day: current, and no substitute.
    pub fn held(&self, on: Date) -> bool {
        !self.substitute && self.current(on)
    }
}

/// The resolved organisation. Numbers of units at or above `unit_count` are ids that no unit has.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// Of each list the ids of its items, numbered by place; of units also those that no unit has.
    ids: [Ids; ListName::ALL.len()],
    unit_count: u32,
    /// Role ids, numbered.
    pub roles: Ids,
    /// All posts whose unit is in the file, ordered by unit.
    pub posts: Vec<Post>,
    posts_from: Vec<u32>,
    /// The kind of every unit: a rule about one kind need not touch the others.
    pub kinds: Vec<UnitKind>,
    /// Indices of the assignments that may refer to something the file does not have.
    pub dangling: Vec<u32>,
    /// People whose names say that nobody is meant, by place.
    pub nobodies: Vec<u32>,
    /// Parent of each unit, or [`NONE`]; units on a cycle have none.
    pub parents: Vec<u32>,
    /// The department or company each unit is or belongs to, or [`NONE`].
    pub departments: Vec<u32>,
    /// Units in depth-first order, children after their parent.
    pub tree: Vec<u32>,
    rank: Vec<u32>,
    rank_end: Vec<u32>,
}

impl Index {
    /// Resolves all references. Items with an id that another has are set aside; problems are noted.
    pub fn new<'a>(organisation: &mut Organisation<'a>, text: &'a str, problems: &mut Problems) -> Self {
        let mut index = Self { ids: organisation.enter_ids(text, problems), ..Self::default() };
        index.unit_count = u32::try_from(organisation.units.len()).unwrap_or(UNRESOLVED);
        index.nobodies = (0..)
            .zip(organisation.people.iter())
            .filter(|(_, it)| says_nobody(&it.name))
            .map(|(place, _)| place)
            .collect();
        index.kinds = organisation.units.iter().map(|unit| unit.kind).collect();
        index.grow_tree(organisation, text, problems);
        index.lay_out_posts(organisation);
        index
    }

    /// The place of the item of a list with this id.
    pub fn place(&self, list: ListName, id: &str) -> Option<u32> {
        let place = self.ids[list as usize].find(id)?;
        (list != ListName::Units || self.is_known(place)).then_some(place)
    }

    /// The list in which a reference finds an item with this id, and that item's place.
    pub fn follow(&self, to: Referred, id: &str) -> Option<(ListName, u32)> {
        to.lists.iter().find_map(|list| Some((*list, self.place(*list, id)?)))
    }

    /// The number of the unit with this id.
    pub fn unit(&self, id: &str) -> Option<u32> {
        self.place(ListName::Units, id)
    }

    /// The number of the unit with this id, or of the id itself where it has been given one.
    pub fn unit_number(&self, id: &str) -> Option<u32> {
        self.ids[ListName::Units as usize].find(id)
    }

    /// The number of the unit with this id, or of the id itself when no unit has it.
    pub fn unit_or_unresolved(&mut self, id: &str) -> u32 {
        self.ids[ListName::Units as usize].number(id)
    }

    /// The number of the person with this id.
    pub fn person(&self, id: &str) -> Option<u32> {
        self.place(ListName::People, id)
    }

    /// Whether the name of a person says that nobody is meant.
    pub fn is_nobody(&self, person: u32) -> bool {
        self.nobodies.binary_search(&person).is_ok()
    }

    /// The number of the risk with this id.
    pub fn risk(&self, id: &str) -> Option<u32> {
        self.place(ListName::Risks, id)
    }

    /// The id of a unit, whether it is in the file or not.
    pub fn unit_id(&self, unit: u32) -> &str {
        self.ids[ListName::Units as usize].id(unit)
    }

    /// Whether a unit of this number is in the file.
    pub fn is_known(&self, unit: u32) -> bool {
        unit < self.unit_count
    }

    /// The posts at a unit, of all roles and times.
    pub fn posts_at(&self, unit: u32) -> &[Post] {
        if !self.is_known(unit) {
            return &[];
        }
        let ends = &self.posts_from[unit as usize..];
        &self.posts[ends[0] as usize..ends[1] as usize]
    }

    /// The posts of one role at a unit.
    pub fn posts_of(&self, role: u32, unit: u32) -> impl Iterator<Item = &Post> {
        self.posts_at(unit).iter().filter(move |post| post.role == role)
    }

    /// Whether the same person goes on holding a post the day after it ends, in the same way: not as a substitute for it.
    pub fn is_renewed(&self, post: &Post) -> bool {
        let is_same = |other: &&Post| (other.person, other.substitute) == (post.person, post.substitute);
        let after = post.until.and_then(|until| until.succ_opt());
        after.is_some_and(|after| self.posts_of(post.role, post.unit).filter(is_same).any(|other| other.current(after)))
    }

    /// The units of a kind, in the order of the file.
    pub fn units_of_kind(&self, kind: UnitKind) -> impl Iterator<Item = u32> {
        self.kinds.iter().zip(0..).filter(move |(of, _)| **of == kind).map(|(_, unit)| unit)
    }

    /// Whether `unit` lies below `above`, at any depth.
    pub fn is_below(&self, unit: u32, above: u32) -> bool {
        self.is_known(unit)
            && self.is_known(above)
            && unit != above
            && self.places(above).contains(&(self.rank[unit as usize] as usize))
    }

    /// The units at and below `unit`, parents before children.
    pub fn part(&self, unit: u32) -> &[u32] {
        &self.tree[self.places(unit)]
    }

    /// Where the units at and below `unit` stand in [`Index::tree`].
    pub fn places(&self, unit: u32) -> std::ops::Range<usize> {
        self.rank[unit as usize] as usize..self.rank_end[unit as usize] as usize
    }

    fn grow_tree(&mut self, organisation: &Organisation<'_>, text: &str, problems: &mut Problems) {
        let count = organisation.units.len();
        self.parents = vec![NONE; count];
        for (unit, item) in organisation.units.iter().enumerate() {
            let Some(parent) = &item.parent else { continue };
            self.parents[unit] = self.unit(parent).unwrap_or(NONE);
        }
        self.cut_cycles(organisation, text, problems);

        // Children of each unit as a linked list, in the order of the file.
        let (mut first, mut next) = (vec![NONE; count + 1], vec![NONE; count]);
        for unit in (0..count).rev() {
            let parent = if self.parents[unit] == NONE { count } else { self.parents[unit] as usize };
            next[unit] = std::mem::replace(&mut first[parent], number(unit));
        }
        self.rank = vec![0; count];
        self.rank_end = vec![0; count];
        self.departments = vec![NONE; count];
        self.tree = Vec::with_capacity(count);
        let mut path: Vec<u32> = Vec::new();
        let mut at = first[count];
        loop {
            if at == NONE {
                let Some(done) = path.pop() else { break };
                self.rank_end[done as usize] = number(self.tree.len());
                at = next[done as usize];
                continue;
            }
            let unit = at as usize;
            self.rank[unit] = number(self.tree.len());
            self.tree.push(at);
            let own = matches!(organisation.units[unit].kind, UnitKind::Department | UnitKind::Company);
            self.departments[unit] = match self.parents[unit] {
                _ if own => at,
                NONE => NONE,
                parent => self.departments[parent as usize],
            };
            path.push(at);
            at = first[unit];
        }
    }

    /// Units that are each other's parents lose the parent, all of them, so that no order decides which.
    fn cut_cycles(&mut self, organisation: &Organisation<'_>, text: &str, problems: &mut Problems) {
        let mut seen_in = vec![0_u32; self.parents.len()];
        for start in 0..self.parents.len() {
            let walk = number(start) + 1;
            let mut at = number(start);
            while at != NONE && seen_in[at as usize] == 0 {
                seen_in[at as usize] = walk;
                at = self.parents[at as usize];
            }
            if at == NONE || seen_in[at as usize] != walk {
                continue;
            }
            let mut cycle = vec![at];
            while self.parents[cycle[cycle.len() - 1] as usize] != at {
                cycle.push(self.parents[cycle[cycle.len() - 1] as usize]);
            }
            for (turn, unit) in cycle.iter().enumerate() {
                let round = cycle[turn..].iter().chain(&cycle[..=turn]);
                let units = round.map(|unit| organisation.units[*unit as usize].id.to_string()).collect();
                let origin = organisation.units[*unit as usize].origin;
                problems
                    .push(|| problem_at(text, "units", origin, &["parent".into()], ProblemKind::ParentCycle { units }));
            }
            for unit in cycle {
                self.parents[unit as usize] = NONE;
            }
        }
    }
}

/// An index as the `u32` it is kept as; reading bounds every list far below.
fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(UNRESOLVED)
}
