//! From what stands in a form to the wishes that carry it out.

use super::each::{element, elements, inside, same};
use super::form::{EditForm, Input, InputKind};
use crate::draft::patch::PatchField;
use crate::draft::{FieldValue, Patch};
use crate::engine::view::ItemView;
use crate::organisation::ListName;
use crate::organisation::value::parse_date;

/// What a form held when the reader was done.
pub(super) struct Answers<'i> {
    values: Vec<(String, String)>,
    /// The item as it is.
    item: &'i ItemView,
    /// The item as the form began with it.
    drawn: &'i ItemView,
}

impl<'i> Answers<'i> {
    pub(super) const fn new(values: Vec<(String, String)>, item: &'i ItemView, drawn: &'i ItemView) -> Self {
        Self { values, item, drawn }
    }

    /// The wishes that make a new item of the answers.
    pub(super) fn add(&self, form: EditForm) -> Vec<Patch> {
        let (mut patches, holder) = self.new_person();
        let answered: Vec<&str> = form.inputs.iter().map(|input| input.field).collect();
        let preset = self.item.fields.iter().filter(|(field, _)| !answered.contains(&&**field)).cloned();
        let mut fields: Vec<PatchField> = preset.chain(self.fields(form)).collect();
        fields.extend(holder);
        patches.push(Patch::Add { list: form.list, fields });
        patches
    }

    /// The wishes that make the item as the answers have it; none where it is.
    pub(super) fn set(&self, form: EditForm) -> Vec<Patch> {
        let (mut patches, holder) = self.new_person();
        let mut fields = self.fields(form);
        fields.retain(|(field, value)| self.item.value(field) != *value);
        fields.extend(holder);
        if !fields.is_empty() {
            patches.push(self.item.patch(fields));
        }
        patches
    }

    /// The patches that set what the form holds, and these fields as they are.
    pub(super) fn set_with(&self, form: EditForm, known: &[PatchField]) -> Vec<Patch> {
        let mut fields = self.fields(form);
        fields.extend_from_slice(known);
        vec![self.item.patch(fields)]
    }

    /// The wishes that give a vacant post a holder; all that is asked is said, for the form began with some of it.
    pub(super) fn fill(&self, form: EditForm) -> Vec<Patch> {
        if self.item.key.is_empty() {
            return self.add(form);
        }
        let (mut patches, holder) = self.new_person();
        let mut fields = self.fields(form);
        fields.extend(holder);
        patches.push(self.item.patch(fields));
        patches
    }

    /// The wishes that end the post the day before another's begins.
    pub(super) fn replace(&self, form: EditForm) -> Vec<Patch> {
        let (mut patches, holder) = self.new_person();
        let from = parse_date(self.first("from"));
        let last = from.and_then(|from| from.pred_opt());
        patches.push(
            self.item
                .patch(vec![("until".into(), FieldValue::text(&last.map(|day| day.to_string()).unwrap_or_default()))]),
        );
        let mut fields = self.item.fields.clone();
        fields.retain(|(field, _)| form.inputs.iter().all(|input| input.field != field));
        fields.extend(self.fields(form));
        fields.extend(holder);
        patches.push(Patch::Add { list: self.item.list, fields });
        patches
    }

    /// The wish for a person who is not in the file yet, and the field that refers to them.
    fn new_person(&self) -> (Vec<Patch>, Option<PatchField>) {
        let name = FieldValue::text(self.first("person:name"));
        if name == FieldValue::Nothing {
            return (Vec::new(), None);
        }
        let unit =
            if self.first("unit").is_empty() { self.item.value("unit") } else { FieldValue::text(self.first("unit")) };
        let email = FieldValue::text(self.first("person:email"));
        let fields = vec![("name".into(), name), ("email".into(), email), ("unit".into(), unit)];
        let person = Patch::Add { list: ListName::People, fields };
        (vec![person], Some(("person".into(), FieldValue::IdOf(0))))
    }

    /// All that is answered, with the name and address of a person who is not in the file yet.
    pub(super) fn all(&self, form: EditForm) -> Vec<PatchField> {
        let person = |name: &str| (name.to_owned(), FieldValue::text(self.first(name)));
        let mut fields = self.fields(form);
        fields.extend(["person:name", "person:email"].map(person));
        fields
    }

    /// What is answered to a form.
    pub(super) fn fields(&self, form: EditForm) -> Vec<PatchField> {
        form.inputs.iter().flat_map(|input| self.field(input)).collect()
    }

    /// What is answered to one input.
    fn field(&self, input: &Input) -> Vec<PatchField> {
        let field = input.field;
        let value = match input.kind {
            InputKind::Rating => return self.rating(field),
            // Both parts of the judgement are read with the first.
            InputKind::Likelihood => return self.rating(""),
            InputKind::Consequence | InputKind::Step(_) => return Vec::new(),
            InputKind::Uncertainty => return self.uncertainty(field),
            InputKind::Effect => return self.effect(field),
            InputKind::Each(inputs) => self.each(field, inputs),
            InputKind::Yes => match (self.first(field), self.item.value(field)) {
                ("", FieldValue::Yes(_)) => FieldValue::Yes(false),
                ("", _) => FieldValue::Nothing,
                _ => FieldValue::Yes(true),
            },
            kind => self.answer(kind, field),
        };
        vec![(field.to_owned(), value)]
    }

    /// What is answered under a name.
    fn answer(&self, kind: InputKind, name: &str) -> FieldValue {
        match kind {
            InputKind::Languages | InputKind::Long => self.languages(name),
            InputKind::Lines => {
                let lines = self.first(name).lines().map(str::trim).filter(|line| !line.is_empty());
                texts(lines.map(str::to_owned).collect())
            }
            InputKind::Several | InputKind::Words(_) | InputKind::Roles | InputKind::Parties => {
                texts(self.each_of(name))
            }
            InputKind::Number => number(self.first(name)),
            _ => FieldValue::text(self.first(name)),
        }
    }

    /// The elements of a list. What no input asks of an element stays, and so does a list that says what it said.
    fn each(&self, field: &str, inputs: &'static [Input]) -> FieldValue {
        let now = self.drawn.value(field);
        let before = elements(&now);
        let under = format!("{field}/");
        let mut rows: Vec<&str> = self.values.iter().filter_map(|(name, _)| name.strip_prefix(&under)).collect();
        for row in &mut rows {
            *row = row.split(['/', ':']).next().unwrap_or_default();
        }
        rows.dedup();
        let after = rows.into_iter().filter_map(|row| {
            let answer = |input: &Input| (input.field, self.answer(input.kind, &inside(field, row, input.field)));
            element(row.parse().ok().and_then(|row: usize| before.get(row)), inputs.iter().map(answer).collect())
        });
        let after: Vec<String> = after.collect();
        match &*after {
            [] => FieldValue::Nothing,
            after if after.len() == before.len() && after.iter().zip(&before).all(|(a, b)| same(a, b)) => now,
            after => FieldValue::Json(format!("[{}]", after.join(","))),
        }
    }

    /// A text, and the same in English where that differs.
    fn languages(&self, field: &str) -> FieldValue {
        match (self.first(field).trim(), self.first(&format!("{field}:en")).trim()) {
            (sv, "") => FieldValue::text(sv),
            (sv, en) => FieldValue::Languages { sv: sv.to_owned(), en: en.to_owned() },
        }
    }

    /// Likelihood and consequence under a field: a level, or a range where a second one is chosen; and why each is so.
    fn rating(&self, under: &str) -> Vec<PatchField> {
        let under = if under.is_empty() { String::new() } else { format!("{under}/") };
        let of = |name: &str| name.strip_prefix(&under).map(str::to_owned);
        let level_of = |(name, low): &(String, String)| {
            let inside = of(name)?;
            let is_level = (inside == "likelihood" || inside.starts_with("consequence/")) && !name.ends_with(":to");
            is_level.then(|| (name.clone(), level(low, self.first(&format!("{name}:to")))))
        };
        let motive_of = |(name, _): &(String, String)| {
            let is_motive = of(name)?.starts_with("motives/") && !name.ends_with(":en");
            is_motive.then(|| (name.clone(), self.languages(name)))
        };
        self.values.iter().filter_map(level_of).chain(self.values.iter().filter_map(motive_of)).collect()
    }

    /// Uncertainty of each axis where either is said, else of the whole. What is left out goes first, for it would take the
    /// rest with it.
    fn uncertainty(&self, field: &str) -> Vec<PatchField> {
        let axes = ["likelihood", "consequence"].map(|axis| format!("{field}/{axis}"));
        let each = axes.map(|axis| (axis.clone(), FieldValue::text(self.first(&axis))));
        let is_whole = each.iter().all(|(_, value)| *value == FieldValue::Nothing);
        let whole = if is_whole { FieldValue::text(self.first(field)) } else { FieldValue::Nothing };
        let whole = (field.to_owned(), whole);
        if is_whole { each.into_iter().chain([whole]).collect() } else { [whole].into_iter().chain(each).collect() }
    }

    /// Steps of likelihood and consequence; a range stays as it is written.
    fn effect(&self, field: &str) -> Vec<PatchField> {
        let ways = [format!("{field}/likelihood"), format!("{field}/consequence/")];
        let steps = self.values.iter().filter(|(name, _)| *name == ways[0] || name.starts_with(&ways[1]));
        let value =
            |steps: &str| if steps.starts_with('[') { FieldValue::Json(steps.to_owned()) } else { number(steps) };
        steps.map(|(name, steps)| (name.clone(), value(steps))).collect()
    }

    fn first(&self, name: &str) -> &str {
        self.values.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    fn each_of(&self, name: &str) -> Vec<String> {
        self.values.iter().filter(|(known, _)| known == name).map(|(_, value)| value.clone()).collect()
    }
}

fn texts(texts: Vec<String>) -> FieldValue {
    if texts.is_empty() { FieldValue::Nothing } else { FieldValue::Texts(texts) }
}

/// A number as one writes it, with a decimal comma and spaces between thousands. What is no number stays as it is, for
/// the engine to say what it should be.
fn number(text: &str) -> FieldValue {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| if c == ',' { '.' } else { c }).collect();
    plain.parse().map_or_else(|_| FieldValue::text(text), FieldValue::Number)
}

/// A level or a range of levels, as the format has it.
fn level(low: &str, high: &str) -> FieldValue {
    match (low.parse::<i32>(), high.parse::<i32>()) {
        (Ok(low), Ok(high)) if low != high => FieldValue::Json(format!("[{},{}]", low.min(high), low.max(high))),
        (Ok(low), _) => FieldValue::Number(low.into()),
        _ => FieldValue::text(low),
    }
}

/// What makes a post vacant: nobody holds it, and nothing is said of a holder.
pub(super) fn vacant() -> Vec<PatchField> {
    ["person", "from", "until", "appointed_by", "reports_to"]
        .map(|field| (field.to_owned(), FieldValue::Nothing))
        .to_vec()
}
