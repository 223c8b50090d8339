//! In which order to call, given who could not be reached.

/// Someone whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CallTurn {
    /// Who: their place among the calls.
    pub call: usize,
    /// Who was not reached so that it is their turn now; none where it was from the start.
    pub after: Option<usize>,
}

/// The order to call in: the first `due` calls as they stand, and right after each that is `out` those who come next
/// for it. Nobody is called twice; who would come up later anyway moves up.
pub fn in_order<'n>(due: usize, next: impl Fn(usize) -> &'n [u32], out: impl Fn(usize) -> bool) -> Vec<CallTurn> {
    let mut turns: Vec<CallTurn> = Vec::with_capacity(due);
    let mut placed = Vec::new();
    for call in 0..due {
        let mut waiting = vec![CallTurn { call, after: None }];
        while let Some(turn) = waiting.pop() {
            if placed.len() <= turn.call {
                placed.resize(turn.call + 1, false);
            }
            if std::mem::replace(&mut placed[turn.call], true) {
                continue;
            }
            turns.push(turn);
            if out(turn.call) {
                let after = Some(turn.call);
                waiting.extend(next(turn.call).iter().rev().map(|call| CallTurn { call: *call as usize, after }));
            }
        }
    }
    turns
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The places in order, when those named are out. Calls 0 to 2 are due; 3 comes next for 0, 4 for 3, 2 for 1.
    fn order(out: &[usize]) -> Vec<usize> {
        const NEXT: [&[u32]; 5] = [&[3], &[2], &[], &[4], &[]];
        in_order(3, |call| NEXT[call], |call| out.contains(&call)).into_iter().map(|turn| turn.call).collect()
    }

    #[test]
    fn while_everyone_can_be_reached_only_those_due_are_called() {
        assert_eq!(order(&[]), [0, 1, 2]);
    }

    #[test]
    fn who_comes_next_moves_up_right_after_the_one_who_was_not_reached() {
        assert_eq!(order(&[0]), [0, 3, 1, 2]);
        assert_eq!(order(&[0, 3]), [0, 3, 4, 1, 2]);
        assert_eq!(order(&[3]), [0, 1, 2], "whose turn has not come cannot have been called");
    }

    #[test]
    fn nobody_is_called_twice() {
        assert_eq!(order(&[1]), [0, 1, 2]);
        let circle = in_order(1, |_| &[0, 1], |_| true);
        assert_eq!(circle.iter().map(|turn| (turn.call, turn.after)).collect::<Vec<_>>(), [(0, None), (1, Some(0))]);
    }
}
