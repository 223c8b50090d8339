//! What types are called: every `struct`, `enum`, `trait`, `union` and `type`, those that macros are given included.

use std::collections::BTreeMap;

use super::paths::tokens;
use super::sources::Source;

/// Where each name of a type is declared, as `file:line`. A type that belongs to a trait, as `Item` to `Iterator`, has
/// its name from there and is not counted.
pub(crate) fn declared(sources: &[Source]) -> BTreeMap<String, Vec<String>> {
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources {
        // For each brace that is open, whether it is that of an `impl` or a `trait`.
        let mut open = Vec::new();
        let mut belongs = false;
        let tokens = tokens(&source.code);
        for (index, (at, token)) in tokens.iter().enumerate() {
            let before = index.checked_sub(1).map_or("", |before| tokens[before].1);
            match *token {
                "impl" | "trait" if matches!(before, "" | "}" | ";" | "]" | "pub" | ")" | "{") => belongs = true,
                ";" => belongs = false,
                "{" => open.push(std::mem::take(&mut belongs)),
                "}" => {
                    open.pop();
                }
                _ => (),
            }
            let next = tokens.get(index + 1).map_or("", |next| next.1);
            let declares = match *token {
                "struct" | "enum" | "trait" => true,
                // Of the field of a macro's own that is called so, no name in capitals follows.
                "union" | "type" => open.last() != Some(&true),
                _ => false,
            };
            if declares && next.starts_with(char::is_uppercase) {
                names.entry(next.to_owned()).or_default().push(format!("{}:{}", source.file, source.line(*at)));
            }
        }
    }
    names
}
