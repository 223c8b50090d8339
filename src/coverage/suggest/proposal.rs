//! The vacant posts of a whole part of the organisation, spread over its people.
//!
//! A post goes to someone who works at its unit, or else at one above it, up to where the part begins: those below and
//! beside know the place no better than a stranger. Nobody gets more posts than the `load` rules let them hold; where
//! there is no such rule, one.

use super::matching::{UnitSeats, spread};
use super::{Bar, ReferenceCheck, SuggestionBasis, Wanted};
use crate::coverage::because::HoldersCause;
use crate::coverage::{Cause, State};
use crate::organisation::ids::NONE;
use crate::organisation::number::saturating;
use crate::organisation::rule::Shape;
use crate::organisation::sort;
use crate::organisation::value::sort_key;

/// The most posts that are spread at a time; what is beyond them is counted.
pub const MOST_POSTS: u32 = 1000;

/// The most eligible people of one unit that are looked at: more than there are posts for them.
const MOST_PEOPLE: usize = 2 * MOST_POSTS as usize;

/// The most people named for a post that nobody can take until they are trained.
const MOST_UNTRAINED: usize = 3;

/// Who could take the vacant posts of a role in a part of the organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StaffingProposal {
    /// How many posts are vacant in the part.
    pub vacant: u32,
    /// How many of these are beyond [`MOST_POSTS`] and have not been looked at.
    pub beyond: u32,
    /// How many people work in the part.
    pub people: u32,
    /// The most units one may hold the role at, where a rule says.
    pub at_most: Option<u32>,
    /// Who takes which post, by unit.
    pub placed: Vec<Placed>,
    /// The units where posts stay vacant.
    pub rest: Vec<Rest>,
    /// Indices of the rules that were looked at: those that ask for the posts, then those about who may hold them.
    pub rules: Vec<u32>,
}

/// A post and who takes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// Number of the unit.
    pub unit: u32,
    /// Number of the person.
    pub person: u32,
    /// Number of the unit they work at.
    pub works_at: u32,
    /// At how many units they hold the role, or come to hold it, without the proposal.
    pub holds: u32,
    /// How many posts the proposal gives them in all.
    pub given: u32,
}

/// Posts that nobody can take, and why each of those who might does not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rest {
    /// Number of the unit.
    pub unit: u32,
    /// How many posts stay vacant.
    pub vacant: u32,
    /// How many people were looked at: those of the unit and of the units above it in the part.
    pub people: u32,
    /// How many of them may have left.
    pub left: u32,
    /// How many hold the role at as many units as they may, with what the proposal gives them.
    pub full: u32,
    /// How many lack a training and nothing else.
    pub untrained: u32,
    /// The first of those, the nearest first.
    pub first_untrained: Vec<u32>,
}

/// The people of one unit.
#[derive(Default)]
struct Pool {
    unit: u32,
    people: u32,
    left: u32,
    full: u32,
    untrained: Vec<u32>,
    /// Places in the list of those who can take a post.
    able: Vec<u32>,
}

/// Someone who can take a post.
struct Able {
    person: u32,
    holds: u32,
    room: u32,
    works_at: u32,
}

/// How many posts of a role are vacant at and below a unit.
pub fn vacant(basis: SuggestionBasis<'_>, part: u32, role: &str) -> u32 {
    vacancies(basis, part, role).iter().map(|(_, posts)| posts).sum()
}

/// The units at and below one where fewer hold a role than a rule asks for, and how many fewer.
fn vacancies(basis: SuggestionBasis<'_>, part: u32, role: &str) -> Vec<(u32, u32)> {
    let mut vacancies: Vec<(u32, u32)> = Vec::new();
    for finding in basis.coverage.findings.iter().filter(|finding| finding.state == State::Missing) {
        let (Cause::Holders(HoldersCause::TooFew { holders, at_least }), Some(unit)) =
            (finding.because, finding.subject.unit())
        else {
            continue;
        };
        let asks = matches!(&basis.coverage.rule(finding).shape, Shape::Holders(shape) if shape.of == role);
        if asks && is_in(basis, unit, part) {
            vacancies.push((unit, at_least - holders));
        }
    }
    // Of several rules about a unit the one that asks for most.
    sort::all(&mut vacancies);
    vacancies.reverse();
    vacancies.dedup_by_key(|(unit, _)| *unit);
    vacancies
}

/// Who could take the vacant posts of a role at and below a unit.
pub fn propose(basis: SuggestionBasis<'_>, part: u32, role: &str) -> StaffingProposal {
    let mut vacant = vacancies(basis, part, role);
    let units = &basis.organisation.units;
    sort::by_cached_key(&mut vacant, |(unit, _)| {
        let unit = &units[*unit as usize];
        (sort_key(&unit.name.label().sv), &*unit.id)
    });
    let people = people(basis, part);
    let wanted = Wanted { role, unit: part, from: basis.coverage.on, substitute_for: None, on_behalf_of: None };
    let check = ReferenceCheck::new(basis, wanted, &people.iter().map(|(_, person)| *person).collect::<Vec<_>>());
    let mut able = Vec::new();
    let pools: Vec<Pool> =
        people.chunk_by(|a, b| a.0 == b.0).map(|people| pool(basis, &check, people, &mut able)).collect();

    let mut open = 0;
    let fits = |(_, need): &&(u32, u32)| {
        open += need;
        open <= MOST_POSTS
    };
    let looked_at: Vec<(u32, u32)> = vacant.iter().take_while(fits).copied().collect();
    let chains: Vec<Vec<Option<&Pool>>> = looked_at.iter().map(|(unit, _)| chain(basis, &pools, *unit, part)).collect();
    let role_number = basis.index.roles.find(role).unwrap_or(NONE);
    let seat = |((unit, need), chain): (&(u32, u32), &Vec<Option<&'_ Pool>>)| {
        let holders = basis.index.posts_of(role_number, *unit).filter(|post| post.held(basis.coverage.on));
        let holders: Vec<u32> = holders.map(|post| post.person).collect();
        let is_holder = |place: &u32| holders.contains(&able[*place as usize].person);
        let barred = if holders.is_empty() {
            Vec::new()
        } else {
            chain.iter().flatten().flat_map(|pool| pool.able.iter().copied()).filter(is_holder).collect()
        };
        (*need, barred)
    };
    let needs: Vec<(u32, Vec<u32>)> = looked_at.iter().zip(&chains).map(seat).collect();
    let seats: Vec<UnitSeats<'_>> = needs
        .into_iter()
        .zip(&chains)
        .map(|((need, barred), chain)| UnitSeats {
            need,
            tiers: chain.iter().map(|pool| pool.map_or(&[][..], |pool| &pool.able)).collect(),
            barred,
        })
        .collect();
    let holds: Vec<u32> = able.iter().map(|able| able.holds).collect();
    let room: Vec<u32> = able.iter().map(|able| able.room).collect();
    let mut takes = spread(&seats, &holds, &room);

    let mut given = vec![0; able.len()];
    takes.iter().flatten().for_each(|place| given[*place as usize] += 1);
    let mut proposal = StaffingProposal {
        vacant: vacant.iter().map(|(_, need)| need).sum(),
        beyond: vacant[looked_at.len()..].iter().map(|(_, need)| need).sum(),
        people: saturating(people.len()),
        at_most: check.at_most(),
        rules: asking(basis, role).chain(check.rules()).collect(),
        ..StaffingProposal::default()
    };
    for (((unit, need), chain), (seat, takes)) in looked_at.iter().zip(&chains).zip(seats.iter().zip(&mut takes)) {
        sort::all(takes);
        proposal.placed.extend(takes.iter().map(|place| {
            let Able { person, holds, works_at, .. } = able[*place as usize];
            Placed { unit: *unit, person, works_at, holds, given: given[*place as usize] }
        }));
        if saturating(takes.len()) < *need {
            let elsewhere = saturating(chain.iter().flatten().map(|pool| pool.able.len()).sum::<usize>());
            let here = saturating(takes.len() + seat.barred.len());
            proposal.rest.push(rest(*unit, need - saturating(takes.len()), elsewhere - here, chain));
        }
    }
    proposal
}

/// Why posts stay vacant. All but those who are `full` by now were so before.
fn rest(unit: u32, vacant: u32, full: u32, chain: &[Option<&Pool>]) -> Rest {
    let mut rest = Rest { unit, vacant, full, ..Rest::default() };
    for pool in chain.iter().flatten() {
        rest.people += pool.people;
        rest.left += pool.left;
        rest.full += pool.full;
        rest.untrained += saturating(pool.untrained.len());
        rest.first_untrained.extend(&pool.untrained);
    }
    rest.first_untrained.truncate(MOST_UNTRAINED);
    rest
}

/// The rules that ask for holders of a role.
fn asking<'b>(basis: SuggestionBasis<'b>, role: &'b str) -> impl Iterator<Item = u32> + 'b {
    let asks = move |shape: &Shape<'_>| matches!(shape, Shape::Holders(shape) if shape.of == role);
    let rules = basis.coverage.rules.iter().zip(0..);
    rules.filter(move |(verdict, _)| asks(&verdict.rule.shape)).map(|(_, rule)| rule)
}

/// The people who work in a part, by unit.
fn people(basis: SuggestionBasis<'_>, part: u32) -> Vec<(u32, u32)> {
    let works_at = |(item, person): (&crate::organisation::person::Person<'_>, u32)| {
        let unit = basis.index.unit(item.unit.as_deref()?)?;
        (is_in(basis, unit, part) && !basis.index.is_nobody(person)).then_some((unit, person))
    };
    let mut people: Vec<(u32, u32)> = basis.organisation.people.iter().zip(0..).filter_map(works_at).collect();
    sort::all(&mut people);
    people
}

fn is_in(basis: SuggestionBasis<'_>, unit: u32, part: u32) -> bool {
    unit == part || basis.index.is_below(unit, part)
}

/// Sorts the people of a unit by what stands in their way; those with nothing come last into the list of the `able`.
fn pool(basis: SuggestionBasis<'_>, check: &ReferenceCheck<'_>, people: &[(u32, u32)], able: &mut Vec<Able>) -> Pool {
    let mut pool = Pool { unit: people[0].0, people: saturating(people.len()), ..Pool::default() };
    let mut found: Vec<Able> = Vec::new();
    for (unit, person) in people {
        let bars = check.bars(*person, NONE);
        let holds = check.holds(*person, NONE);
        let room = check.at_most().unwrap_or(1).saturating_sub(holds);
        if bars.iter().any(|bar| matches!(bar, Bar::Left { .. })) {
            pool.left += 1;
        } else if room == 0 {
            pool.full += 1;
        } else if bars.is_empty() {
            found.push(Able { person: *person, holds, room, works_at: *unit });
        } else {
            pool.untrained.push(*person);
        }
    }
    let name = |person: u32| {
        let person = &basis.organisation.people[person as usize];
        (sort_key(&person.name), &*person.id)
    };
    sort::by_cached_key(&mut found, |able| (able.holds, name(able.person)));
    sort::by_cached_key(&mut pool.untrained, |person| name(*person));
    found.truncate(MOST_PEOPLE);
    pool.able = (saturating(able.len())..).take(found.len()).collect();
    able.extend(found);
    pool
}

/// The people of a unit and of each unit above it in the part, the nearest first; none where nobody works.
fn chain<'p>(basis: SuggestionBasis<'_>, pools: &'p [Pool], unit: u32, part: u32) -> Vec<Option<&'p Pool>> {
    let mut chain = Vec::new();
    let mut at = unit;
    loop {
        chain.push(pools.binary_search_by_key(&at, |pool| pool.unit).ok().map(|place| &pools[place]));
        if at == part {
            return chain;
        }
        at = basis.index.parents[at as usize];
    }
}
