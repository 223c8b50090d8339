//! Posts that count as held although the name of whoever holds them says that nobody does: "Vakant", "N.N."

use serde::{Deserialize, Serialize};

use crate::engine::look::JudgedContext;
use crate::organisation::ids::NONE;
use crate::organisation::number::saturating;
use crate::organisation::sort;
use crate::organisation::value::{is_blank, sort_key, visible};

/// Posts that are held by names that say that nobody does.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NobodiesView {
    /// Posts that are held so on the day, in the part looked at.
    pub posts: u32,
    /// The names, three at most.
    pub names: Vec<NobodyRow>,
    /// Names beyond these.
    pub more: u32,
}

/// A name that says that nobody is meant, and who has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NobodyRow {
    /// The name as the file has it; the id where nothing of it can be seen.
    pub name: String,
    /// Id of the one person who has it; none where several have.
    pub id: Option<String>,
}

/// Names that are told, at most.
const NAMES: usize = 3;

/// A name as it is shown: by the id where nothing of it can be seen.
fn shown(name: &str, id: &str) -> String {
    if is_blank(name) { id.to_owned() } else { visible(name) }
}

impl NobodiesView {
    pub(in crate::engine) fn new(look: JudgedContext<'_>) -> Self {
        if look.index.nobodies.is_empty() {
            return Self::default();
        }
        let on = look.coverage.on;
        let is_here = |unit: u32| look.within.is_none_or(|part| unit == part || look.index.is_below(unit, part));
        let doubtful = look.index.posts.iter().filter(|post| post.person != NONE && look.index.is_nobody(post.person));
        let mut holders: Vec<u32> =
            doubtful.filter(|post| post.current(on) && is_here(post.unit)).map(|post| post.person).collect();
        let posts = saturating(holders.len());
        sort::all(&mut holders);
        holders.dedup();
        let mut people: Vec<(String, String, String)> = holders
            .into_iter()
            .map(|person| &look.organisation.people[person as usize])
            .map(|item| (sort_key(&item.name), shown(&item.name, &item.id), item.id.to_string()))
            .collect();
        sort::all(&mut people);
        let mut names: Vec<NobodyRow> = people
            .chunk_by(|a, b| a.1 == b.1)
            .map(|alike| NobodyRow { name: alike[0].1.clone(), id: (alike.len() == 1).then(|| alike[0].2.clone()) })
            .collect();
        let more = saturating(names.len().saturating_sub(NAMES));
        names.truncate(NAMES);
        Self { posts, names, more }
    }
}
