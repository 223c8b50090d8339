//! A value of which the receiver of an extract sees a part: changed in that part, the rest staying as it is.

use crate::draft::object::elements;
use crate::organisation::ListName;
use crate::organisation::write::write_list;
use crate::travel::change_file::fields_of;
use crate::travel::fields::{ChangedFields, FieldText, RawFields};

/// The whole value that is `after` in the part that is seen, where the whole one is `whole` and of it `seen` is seen; none
/// where that cannot be told.
pub(super) fn put(whole: &FieldText, seen: &FieldText, after: &FieldText) -> Option<FieldText> {
    match (&whole[..], &seen[..], &after[..]) {
        ([whole], [seen], [after]) => put_value(whole, seen, after).map(|value| vec![value]),
        _ => None,
    }
}

fn put_value(whole: &str, seen: &str, after: &str) -> Option<String> {
    if whole == seen {
        return Some(after.to_owned());
    }
    match (whole.as_bytes().first()?, seen.as_bytes().first()?, after.as_bytes().first()?) {
        (b'[', b'[', b'[') => put_list(&elements(whole)?, &elements(seen)?, &elements(after)?),
        (b'{', b'{', b'{') => put_object(whole, seen, after),
        _ => None,
    }
}

/// A list of which some elements are not seen: they come after those that are.
fn put_list(whole: &[&str], seen: &[&str], after: &[&str]) -> Option<String> {
    let mut left = seen.iter().peekable();
    let mut unseen: Vec<&str> = Vec::new();
    for element in whole {
        if left.peek() == Some(&element) {
            left.next();
        } else {
            unseen.push(element);
        }
    }
    left.peek().is_none().then(|| {
        let mut out = String::new();
        let unseen = unseen.into_iter().filter(|element| !after.contains(element));
        write_list(after.iter().copied().chain(unseen), &mut out, |element, out| out.push_str(element));
        out
    })
}

/// An object of which some fields are not seen, or seen in part.
fn put_object(whole: &str, seen: &str, after: &str) -> Option<String> {
    let [mut fields, seen, after] = [whole, seen, after].map(fields_of);
    for name in &(ChangedFields { before: seen.clone(), after: after.clone() }).names() {
        let (was, shown, now) = (fields.get(name), seen.get(name), after.get(name));
        if shown == now {
            continue;
        }
        // A field that is there and not seen is nobody's to write over.
        if shown.is_empty() && !was.is_empty() {
            return None;
        }
        let now = if was == shown { now } else { put(&was, &shown, &now)? };
        fields.set(name, &now);
    }
    Some(fields.write())
}

/// An item's line with another value of a field; none where it cannot be read back.
pub(super) fn with_field(list: ListName, line: &str, field: &str, values: &FieldText) -> Option<String> {
    let mut fields = fields_of(line);
    fields.set(field, values);
    usable(list, &fields).map(|(_, line)| line)
}

/// An item of these fields as the canonical form writes it, and its id; none where it cannot be read back.
pub(super) fn usable(list: ListName, fields: &RawFields) -> Option<(Option<String>, String)> {
    let line = list.read_line(&fields.write()).ok()?;
    Some((line.id, line.text))
}

#[cfg(test)]
mod tests {
    use super::put_value;

    #[test]
    fn what_is_not_seen_stays() {
        let put = |whole, seen, after| put_value(whole, seen, after);
        assert_eq!(put(r#"["a","x","b"]"#, r#"["a","b"]"#, r#"["b","c"]"#).as_deref(), Some(r#"["b","c","x"]"#));
        let (whole, seen) = (r#"{"likelihood":1,"note":"N"}"#, r#"{"likelihood":1}"#);
        assert_eq!(put(whole, seen, r#"{"likelihood":2}"#).as_deref(), Some(r#"{"likelihood":2,"note":"N"}"#));
        assert_eq!(put(whole, seen, "{}").as_deref(), Some(r#"{"note":"N"}"#));
    }

    #[test]
    fn what_is_not_seen_cannot_be_written_over() {
        assert_eq!(put_value(r#"{"a":1,"note":"N"}"#, r#"{"a":1}"#, r#"{"a":1,"note":"M"}"#), None);
        assert_eq!(put_value(r#""p5""#, r#""p-1234abcd""#, r#""p6""#), None);
    }
}
