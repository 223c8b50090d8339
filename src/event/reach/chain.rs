//! Who has a post, who has it when they do not, and so on: each unit's chain of people to call.

use super::{Call, CallContact, CallReason, CallStep, Why};
use crate::organisation::ids::{NONE, UNRESOLVED};
use crate::organisation::index::Post;
use crate::organisation::sort;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::{Date, Str, sort_key};
use crate::organisation::{Index, Organisation};

const COORDINATOR: &str = "security_coordinator";
const REPRESENTATIVE: &str = "security_representative";
const HEAD: &str = "head";
/// Roles of those who lead when something happens, in the order in which they are called.
const LEADING: [&str; 4] = ["head_of_security", "duty_officer", "crisis_manager", "crisis_management"];
/// Roles that come before the others of a unit, in this order.
const FIRST: [&str; 2] = ["head_of_security", "crime_prevention_officer"];

/// Gathers the calls.
pub(super) struct CallFinder<'f, 'a> {
    organisation: &'f Organisation<'a>,
    index: &'f Index,
    on: Date,
    calls: Vec<Call>,
    /// Calls that are to be made from the start, in order.
    due: Vec<u32>,
    is_due: Vec<bool>,
    /// The call to each person and to each unit, or [`NONE`].
    people: Vec<u32>,
    units: Vec<u32>,
    /// Whether somebody in a group speaks for each unit.
    represented: Vec<bool>,
}

impl<'f, 'a> CallFinder<'f, 'a> {
    pub(super) fn new(organisation: &'f Organisation<'a>, index: &'f Index, on: Date) -> Self {
        Self {
            organisation,
            index,
            on,
            calls: Vec::new(),
            due: Vec::new(),
            is_due: Vec::new(),
            people: vec![NONE; organisation.people.len()],
            units: vec![NONE; organisation.units.len()],
            represented: vec![false; organisation.units.len()],
        }
    }

    /// The people who lead, wherever they have such a post.
    pub(super) fn leaders(&mut self) {
        let index = self.index;
        for role in LEADING.map(|id| self.role(id)).into_iter().filter(|role| *role != NONE) {
            let mut units: Vec<u32> =
                index.posts.iter().filter(|post| post.role == role).map(|post| post.unit).collect();
            sort::by_cached_key(&mut units, |unit| index.unit_id(*unit).to_owned());
            units.dedup();
            for unit in units {
                let contact = self.contact(unit, Why::Instead(role));
                self.chain(CallStep::Leadership, unit, &[role], vec![contact]);
            }
        }
    }

    /// A party that is called first: whoever speaks for it in a group, else whoever answers there.
    pub(super) fn summon(&mut self, party: u32) {
        let index = self.index;
        let speaks = |post: &&Post| post.on_behalf_of == party && post.held(self.on);
        let of_groups = index.units_of_kind(UnitKind::Group).flat_map(|group| index.posts_at(group));
        let mut speakers: Vec<&Post> = of_groups.filter(speaks).collect();
        sort::by_cached_key(&mut speakers, |post| {
            let person = &self.organisation.people[post.person as usize];
            (sort_key(&person.name), person.id.to_string())
        });
        for post in &speakers {
            let reason = CallReason { unit: post.unit, role: post.role, why: Why::OnBehalfOf(party) };
            let call = self.call(CallContact::Person(post.person), CallStep::Leadership, reason);
            self.speak_for(post);
            self.begin(call);
        }
        if speakers.is_empty() {
            for (who, reason) in self.contact(party, Why::Holds) {
                let call = self.call(who, CallStep::Leadership, reason);
                self.begin(call);
            }
        }
    }

    /// The coordinators; where there are none the head.
    pub(super) fn department(&mut self, unit: u32) {
        self.held_or_headed(CallStep::Departments, unit, COORDINATOR);
    }

    /// The representatives; where there are none the head.
    pub(super) fn workplace(&mut self, unit: u32) {
        self.held_or_headed(CallStep::Workplaces, unit, REPRESENTATIVE);
    }

    /// Those who hold a role at a unit; where there are none the head, and after that whoever answers there.
    fn held_or_headed(&mut self, step: CallStep, unit: u32, role: &str) {
        let (role, head) = (self.role(role), self.role(HEAD));
        let why = Why::Instead(role);
        let posts = self.current(head, unit);
        let is_held = posts.iter().any(|post| !post.substitute);
        let heads = posts.iter().filter(|post| post.substitute != is_held).map(|post| CallContact::Person(post.person));
        let heads = heads.map(|who| (who, CallReason { unit, role: head, why })).collect();
        let contact = self.contact(unit, why);
        self.chain(step, unit, &[role], vec![heads, contact]);
    }

    /// Everyone with a post at a unit, by role.
    pub(super) fn everyone(&mut self, step: CallStep, unit: u32) {
        let mut roles: Vec<u32> = self.index.posts_at(unit).iter().map(|post| post.role).collect();
        sort::by_cached_key(&mut roles, |role| {
            let id = self.index.roles.id(*role);
            (FIRST.iter().position(|first| *first == id).unwrap_or(FIRST.len()), id.to_owned())
        });
        roles.dedup();
        let contact = self.contact(unit, Why::Holds);
        // A member who is not reached is no reason to call the group.
        let behind = if step == CallStep::Group { Vec::new() } else { contact.clone() };
        if !self.chain(step, unit, &roles, vec![behind]) {
            for (who, reason) in contact {
                let call = self.call(who, step, reason);
                self.begin(call);
            }
        }
    }

    /// A party: whoever answers there, unless somebody in a group speaks for it; then that is who comes next.
    pub(super) fn party(&mut self, party: u32) {
        let Some((who, reason)) = self.contact(party, Why::Holds).pop() else { return };
        let contact = self.call(who, CallStep::Group, reason);
        let speaks = |call: &Call| call.reasons.iter().any(|reason| reason.why == Why::OnBehalfOf(party));
        let speakers: Vec<usize> = (0..self.calls.len()).filter(|call| speaks(&self.calls[*call])).collect();
        for speaker in &speakers {
            self.follow(*speaker, &[contact]);
        }
        if speakers.is_empty() {
            self.begin(contact);
        }
    }

    /// Whether somebody can be called about a unit: there, or in the department above.
    pub(super) fn can_be_called(&self, unit: u32) -> bool {
        let mut at = unit;
        while at != NONE {
            let kind = self.organisation.units[at as usize].kind;
            if (matches!(kind, UnitKind::Department | UnitKind::Company) || at == unit) && self.answers(at) {
                return true;
            }
            at = self.index.parents[at as usize];
        }
        false
    }

    /// Whether somebody is called who answers at the unit itself, or speaks for it.
    pub(super) fn answers(&self, unit: u32) -> bool {
        let roles = [COORDINATOR, HEAD, REPRESENTATIVE].map(|role| self.role(role));
        let mut posts = self.index.posts_at(unit).iter();
        self.contact(unit, Why::Holds).iter().any(|(who, _)| self.is_called(*who))
            || self.represented[unit as usize]
            || posts.any(|post| {
                let who = CallContact::Person(post.person);
                roles.contains(&post.role) && post.current(self.on) && !self.is_silent(who) && self.is_called(who)
            })
    }

    /// Whether there is a call to them: whoever has another post than those that are called is not in the list.
    fn is_called(&self, who: CallContact) -> bool {
        let call = match who {
            CallContact::Person(person) => self.people[person as usize],
            CallContact::Contact(unit) => self.units[unit as usize],
        };
        call != NONE
    }

    /// The calls, those that are due first and in order, and how many they are.
    pub(super) fn finish(self) -> (Vec<Call>, usize) {
        let Self { calls, mut due, is_due, .. } = self;
        let count = due.len();
        due.extend((0..).zip(&is_due).filter(|(_, is_due)| !**is_due).map(|(call, _): (u32, _)| call));
        let mut places = vec![0; calls.len()];
        for (place, call) in (0_u32..).zip(&due) {
            places[*call as usize] = place;
        }
        let mut calls: Vec<Option<Call>> = calls.into_iter().map(Some).collect();
        let moved = |call: &u32| {
            let mut call = calls[*call as usize].take()?;
            for next in &mut call.next {
                *next = places[*next as usize];
            }
            Some(call)
        };
        (due.iter().filter_map(moved).collect(), count)
    }

    /// The posts of some roles at a unit: their holders, where there are none the substitutes, then each of `resorts`
    /// in turn. Who is behind comes next for who is before. Whether anyone has such a post.
    fn chain(
        &mut self,
        step: CallStep,
        unit: u32,
        roles: &[u32],
        resorts: Vec<Vec<(CallContact, CallReason)>>,
    ) -> bool {
        let resorts: Vec<Vec<u32>> = resorts
            .into_iter()
            .map(|stage| stage.into_iter().map(|(who, reason)| self.call(who, step, reason)).collect())
            .filter(|stage: &Vec<u32>| !stage.is_empty())
            .collect();
        for (stage, after) in resorts.iter().zip(resorts.iter().skip(1)) {
            for call in stage {
                self.follow(*call as usize, after);
            }
        }
        let last = resorts.into_iter().next().unwrap_or_default();
        let mut found = false;
        for role in roles {
            let posts = self.current(*role, unit);
            let (substitutes, holders): (Vec<&Post>, Vec<&Post>) = posts.iter().partition(|post| post.substitute);
            let holds = |person: u32| holders.iter().any(|post| post.person == person);
            let mut behind: Vec<(u32, u32)> = Vec::new();
            for post in substitutes.iter().filter(|post| !holds(post.person)) {
                let stands_for = self.stands_for(post);
                let reason = CallReason { unit, role: *role, why: Why::StandsIn(stands_for) };
                let call = self.call(CallContact::Person(post.person), step, reason);
                self.follow(call as usize, &last);
                behind.push((stands_for, call));
            }
            for post in &holders {
                let why = if post.on_behalf_of < UNRESOLVED { Why::OnBehalfOf(post.on_behalf_of) } else { Why::Holds };
                let call = self.call(CallContact::Person(post.person), step, CallReason { unit, role: *role, why });
                self.speak_for(post);
                self.begin(call);
                // A substitute for someone who has no such post any more is one for whoever has it.
                let mine = behind.iter().filter(|(of, _)| *of == post.person || !holds(*of));
                let mine: Vec<u32> = mine.map(|(_, call)| *call).collect();
                self.follow(call as usize, if mine.is_empty() { &last } else { &mine });
            }
            if holders.is_empty() {
                for (_, call) in &behind {
                    self.begin(*call);
                }
            }
            found |= !posts.is_empty();
        }
        if !found {
            for call in &last {
                self.begin(*call);
            }
        }
        found
    }

    /// The posts of a role that someone has that day, substitutes among them, one for each person and kind, by name.
    fn current(&self, role: u32, unit: u32) -> Vec<&'f Post> {
        let mut posts: Vec<&Post> = self.index.posts_of(role, unit).filter(|post| post.current(self.on)).collect();
        sort::by_cached_key(&mut posts, |post| {
            let person = &self.organisation.people[post.person as usize];
            let item = &self.organisation.assignments[post.assignment as usize];
            (sort_key(&person.name), &*person.id, item.on_behalf_of.as_deref(), item.substitute_for.as_deref())
        });
        posts.dedup_by_key(|post| (post.person, post.substitute, post.on_behalf_of, self.stands_for(post)));
        posts
    }

    /// The number of the person that a substitute stands in for.
    fn stands_for(&self, post: &Post) -> u32 {
        let item = &self.organisation.assignments[post.assignment as usize];
        item.substitute_for.as_ref().and_then(|id| self.index.person(id)).unwrap_or(NONE)
    }

    fn speak_for(&mut self, post: &Post) {
        if self.index.is_known(post.on_behalf_of) && !self.is_silent(CallContact::Person(post.person)) {
            self.represented[post.on_behalf_of as usize] = true;
        }
    }

    /// Whoever answers at a unit, where the file says how to reach them.
    fn contact(&self, unit: u32, why: Why) -> Vec<(CallContact, CallReason)> {
        let who = CallContact::Contact(unit);
        if self.is_silent(who) { Vec::new() } else { vec![(who, CallReason { unit, role: NONE, why })] }
    }

    fn role(&self, id: &str) -> u32 {
        self.index.roles.find(id).unwrap_or(NONE)
    }

    fn is_silent(&self, who: CallContact) -> bool {
        let said = |text: &Option<Str<'_>>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
        match who {
            CallContact::Person(person) => {
                let person = &self.organisation.people[person as usize];
                !said(&person.phone) && !said(&person.email)
            }
            CallContact::Contact(unit) => {
                let contact = &self.organisation.units[unit as usize].contact;
                !contact.as_ref().is_some_and(|contact| said(&contact.phone) || said(&contact.email))
            }
        }
    }

    /// The call to someone, with one more reason for it.
    fn call(&mut self, who: CallContact, step: CallStep, reason: CallReason) -> u32 {
        let silent = self.is_silent(who);
        let place = match who {
            CallContact::Person(person) => &mut self.people[person as usize],
            CallContact::Contact(unit) => &mut self.units[unit as usize],
        };
        if *place == NONE {
            *place = u32::try_from(self.calls.len()).unwrap_or(NONE);
            self.calls.push(Call { who, step, reasons: Vec::new(), next: Vec::new(), silent });
            self.is_due.push(false);
        }
        let reasons = &mut self.calls[*place as usize].reasons;
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
        *place
    }

    /// Has someone called from the start.
    fn begin(&mut self, call: u32) {
        if !std::mem::replace(&mut self.is_due[call as usize], true) {
            self.due.push(call);
        }
    }

    /// Has others called when someone is not reached.
    fn follow(&mut self, call: usize, others: &[u32]) {
        let next = &mut self.calls[call].next;
        for other in others {
            if *other as usize != call && !next.contains(other) {
                next.push(*other);
            }
        }
    }
}
