//! The circles of a graph: its strongly connected sets of more than one.

/// The circles among numbered things, each sorted, in order of their first; `edges[from]` lists where each leads.
pub(crate) fn circles(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut backwards = vec![Vec::new(); edges.len()];
    for (from, targets) in edges.iter().enumerate() {
        for to in targets {
            backwards[*to].push(from);
        }
    }
    // Kosaraju: the order in which they are left, then the sets by the edges backwards, last left first.
    let mut left = Vec::new();
    let mut visited = vec![false; edges.len()];
    for start in 0..edges.len() {
        visit(start, edges, &mut visited, &mut left);
    }
    let mut visited = vec![false; edges.len()];
    let mut circles = Vec::new();
    for start in left.into_iter().rev() {
        let mut circle = Vec::new();
        visit(start, &backwards, &mut visited, &mut circle);
        if circle.len() > 1 {
            circle.sort_unstable();
            circles.push(circle);
        }
    }
    circles.sort();
    circles
}

fn visit(at: usize, edges: &[Vec<usize>], visited: &mut [bool], left: &mut Vec<usize>) {
    if std::mem::replace(&mut visited[at], true) {
        return;
    }
    for to in &edges[at] {
        visit(*to, edges, visited, left);
    }
    left.push(at);
}
