//! Spreading posts over people: a maximum matching in which a person can take several posts, as many as they have room
//! for, but no unit twice.
//!
//! First every unit is given its own people, then those further away, always whoever would have the fewest posts. What is
//! then still vacant is filled along augmenting paths: a unit gives up someone who can go elsewhere and takes another.
//! Such a path is missed by none of the steps before it, so when no path is left nothing more can be filled (Berge).

use std::collections::VecDeque;

/// The posts of one unit that are to be filled.
#[derive(Debug, Clone, Default)]
pub(super) struct UnitSeats<'s> {
    /// How many people are wanted.
    pub(super) need: u32,
    /// The people who can take a post, in tiers: the unit's own first.
    pub(super) tiers: Vec<&'s [u32]>,
    /// The people of the tiers who cannot take a post here.
    pub(super) barred: Vec<u32>,
}

/// Who takes the posts of each seat. People are numbers from 0; each `holds` so many posts before and has `room` for so
/// many more. Where several would do equally well the first in the tier is taken.
pub(super) fn spread(seats: &[UnitSeats<'_>], holds: &[u32], room: &[u32]) -> Vec<Vec<u32>> {
    let mut spread =
        SeatMatching { seats, holds, room, takes: vec![Vec::new(); seats.len()], given: vec![Vec::new(); room.len()] };
    for seat in 0..seats.len() {
        spread.fill(seat, 1);
    }
    for seat in 0..seats.len() {
        spread.fill(seat, usize::MAX);
    }
    let mut seen = vec![false; room.len()];
    for seat in 0..seats.len() {
        while spread.is_open(seat) && spread.augment(seat, &mut seen) {}
    }
    spread.takes
}

struct SeatMatching<'s> {
    seats: &'s [UnitSeats<'s>],
    holds: &'s [u32],
    room: &'s [u32],
    /// Who takes the posts of each seat.
    takes: Vec<Vec<u32>>,
    /// The seats that each person is given.
    given: Vec<Vec<usize>>,
}

impl SeatMatching<'_> {
    fn is_open(&self, seat: usize) -> bool {
        self.takes[seat].len() < self.seats[seat].need as usize
    }

    fn has_room(&self, person: u32) -> bool {
        self.given[person as usize].len() < self.room[person as usize] as usize
    }

    fn can_take(&self, seat: usize, person: u32) -> bool {
        !self.takes[seat].contains(&person) && !self.seats[seat].barred.contains(&person)
    }

    fn give(&mut self, seat: usize, person: u32) {
        self.takes[seat].push(person);
        self.given[person as usize].push(seat);
    }

    /// Fills a seat from its nearest tiers with those who have the fewest posts and room for more.
    fn fill(&mut self, seat: usize, tiers: usize) {
        let seats = self.seats;
        for tier in seats[seat].tiers.iter().take(tiers) {
            while self.is_open(seat) {
                let free = tier.iter().copied().filter(|person| self.has_room(*person) && self.can_take(seat, *person));
                let posts = |person: &u32| {
                    let person = *person as usize;
                    self.holds[person] as usize + self.given[person].len()
                };
                let Some(person) = free.min_by_key(posts) else { break };
                self.give(seat, person);
            }
        }
    }

    /// Fills one post of a seat by having others change places; says whether that could be done. People `seen` in vain
    /// stay so: no later change gives them room.
    fn augment(&mut self, start: usize, seen: &mut [bool]) -> bool {
        let seats = self.seats;
        // For each person reached the seat that wants them, for each seat reached the person it would give up.
        let mut wanted_by: Vec<(u32, usize)> = Vec::new();
        let mut gives_up: Vec<Option<u32>> = vec![None; seats.len()];
        let mut queue = VecDeque::from([start]);
        while let Some(seat) = queue.pop_front() {
            for person in seats[seat].tiers.iter().flat_map(|tier| tier.iter().copied()) {
                if seen[person as usize] || !self.can_take(seat, person) {
                    continue;
                }
                seen[person as usize] = true;
                wanted_by.push((person, seat));
                if self.has_room(person) {
                    self.change_places(start, person, &wanted_by, &gives_up);
                    for (person, _) in wanted_by {
                        seen[person as usize] = false;
                    }
                    return true;
                }
                for other in &self.given[person as usize] {
                    if *other != start && gives_up[*other].is_none() {
                        gives_up[*other] = Some(person);
                        queue.push_back(*other);
                    }
                }
            }
        }
        false
    }

    /// Walks a path back to where it began: every seat on it takes the next person and gives up the one before.
    fn change_places(&mut self, start: usize, last: u32, wanted_by: &[(u32, usize)], gives_up: &[Option<u32>]) {
        let mut person = last;
        while let Some((_, seat)) = wanted_by.iter().copied().find(|(reached, _)| *reached == person) {
            self.give(seat, person);
            let Some(before) = gives_up[seat].filter(|_| seat != start) else { break };
            self.takes[seat].retain(|person| *person != before);
            self.given[before as usize].retain(|given| *given != seat);
            person = before;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_unit_is_given_its_own_people_before_others() {
        let seats = [
            UnitSeats { need: 1, tiers: vec![&[0], &[2]], barred: vec![] },
            UnitSeats { need: 1, tiers: vec![&[], &[2]], barred: vec![] },
        ];
        assert_eq!(spread(&seats, &[5, 0, 0], &[1, 1, 1]), [vec![0], vec![2]]);
    }

    #[test]
    fn posts_are_spread_evenly_over_those_who_have_room() {
        let seat = UnitSeats { need: 1, tiers: vec![&[], &[0, 1]], barred: vec![] };
        let seats = vec![seat; 5];
        let given = spread(&seats, &[0, 1], &[3, 3]);
        assert_eq!(given, [vec![0], vec![0], vec![1], vec![0], vec![1]]);
    }

    #[test]
    fn one_who_is_needed_elsewhere_changes_places() {
        // The first seat takes 0, whom alone the second can have.
        let seats = [
            UnitSeats { need: 1, tiers: vec![&[], &[0, 1]], barred: vec![] },
            UnitSeats { need: 1, tiers: vec![&[], &[0]], barred: vec![] },
        ];
        assert_eq!(spread(&seats, &[0, 0], &[1, 1]), [vec![1], vec![0]]);
    }

    #[test]
    fn nobody_takes_two_posts_of_one_unit_nor_one_where_they_are_barred() {
        let seats = [UnitSeats { need: 2, tiers: vec![&[0, 1]], barred: vec![1] }];
        assert_eq!(spread(&seats, &[0, 0], &[2, 2]), [vec![0]]);
    }

    #[test]
    fn one_who_changes_places_takes_no_more_posts_than_they_have_room_for() {
        // The first has room for three and takes the first three seats. To help the fourth they leave the first seat to
        // the second person; nobody else can stand in for them, so the fifth stays empty.
        let only_by_the_first = |tier: usize| {
            let tiers: Vec<&[u32]> = if tier == 0 { vec![&[0], &[]] } else { vec![&[], &[0]] };
            UnitSeats { need: 1, tiers, barred: vec![] }
        };
        let seats = [
            UnitSeats { need: 1, tiers: vec![&[0], &[1]], barred: vec![] },
            only_by_the_first(0),
            only_by_the_first(0),
            only_by_the_first(1),
            only_by_the_first(1),
        ];
        assert_eq!(spread(&seats, &[0, 0], &[3, 1]), [vec![1], vec![0], vec![0], vec![0], vec![]]);
    }

    #[test]
    fn a_seat_that_gives_up_one_of_two_is_not_asked_for_the_other_too() {
        // The third seat can have 0 alone, so the first gives up 0 and takes 2, whom the second gives up for 3. On the
        // way the second could also have 1, but the first gives up no more than one.
        let seats = [
            UnitSeats { need: 2, tiers: vec![&[0, 1], &[2]], barred: vec![] },
            UnitSeats { need: 1, tiers: vec![&[2], &[1, 3]], barred: vec![] },
            UnitSeats { need: 1, tiers: vec![&[], &[0]], barred: vec![] },
        ];
        assert_eq!(spread(&seats, &[0; 4], &[1; 4]), [vec![1, 2], vec![3], vec![0]]);
    }

    /// The most posts that can be filled from the seat on, by trying everything.
    fn most(seats: &[(u32, Vec<u32>)], room: &mut [u32]) -> u32 {
        let Some(((need, people), rest)) = seats.split_first() else { return 0 };
        let mut best = 0;
        for chosen in 0_u32..1 << people.len() {
            let takers: Vec<u32> =
                people.iter().zip(0..).filter(|(_, at)| chosen >> at & 1 == 1).map(|(p, _)| *p).collect();
            let count = u32::try_from(takers.len()).unwrap();
            if count > *need || takers.iter().any(|person| room[*person as usize] == 0) {
                continue;
            }
            for person in &takers {
                room[*person as usize] -= 1;
            }
            best = best.max(count + most(rest, room));
            for person in &takers {
                room[*person as usize] += 1;
            }
        }
        best
    }

    fn people() -> impl Strategy<Value = Vec<u32>> {
        proptest::sample::subsequence(vec![0, 1, 2, 3], 0..=4)
    }

    proptest! {
        #[test]
        fn as_many_posts_are_filled_as_can_be(
            seats in proptest::collection::vec((0_u32..3, people(), people(), people()), 0..5),
            holds in proptest::collection::vec(0_u32..3, 4),
            mut room in proptest::collection::vec(0_u32..3, 4),
        ) {
            let given: Vec<UnitSeats<'_>> = seats
                .iter()
                .map(|(need, own, others, barred)| UnitSeats { need: *need, tiers: vec![own, others], barred: barred.clone() })
                .collect();
            let takes = spread(&given, &holds, &room);
            for (seat, takers) in given.iter().zip(&takes) {
                prop_assert!(takers.len() <= seat.need as usize);
                for (at, person) in takers.iter().enumerate() {
                    let can = seat.tiers.iter().any(|tier| tier.contains(person)) && !seat.barred.contains(person);
                    prop_assert!(can && !takers[..at].contains(person));
                }
            }
            for person in 0..4 {
                let posts = takes.iter().flatten().filter(|taker| **taker == person).count();
                prop_assert!(posts <= room[person as usize] as usize);
            }
            let all: Vec<(u32, Vec<u32>)> = given
                .iter()
                .map(|seat| {
                    let can = |person: &u32| seat.tiers.iter().any(|tier| tier.contains(person)) && !seat.barred.contains(person);
                    (seat.need, (0..4).filter(can).collect())
                })
                .collect();
            let filled = u32::try_from(takes.iter().map(Vec::len).sum::<usize>()).unwrap();
            prop_assert_eq!(filled, most(&all, &mut room));
        }
    }
}
