//! The form of a rule: what is checked, its fields, and what it would find while it is being written.

mod shapes;

use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use self::shapes::{COMMON, form_of};
use super::answers::Answers;
use super::combobox::FormPulse;
use super::form::EditForm;
use super::half_filled;
use super::input::input;
use crate::browser::dom;
use crate::draft::patch::PatchField;
use crate::draft::{EditRefusal, FieldValue, Patch};
use crate::engine::request::AskTryRule;
use crate::engine::view::{ItemView, Tried};
use crate::organisation::ListName;
use crate::organisation::head::HeadField;
use crate::organisation::rule::Shape;
use crate::organisation::value::Language;
use crate::page::parts::Refusal;
use crate::page::session::{AnswerSignal, OpenForm, RuleEdit, Session, use_answer};
use crate::text::{draft, rules};

impl RuleEdit {
    /// The wishes that carry it out.
    fn patches(&self, item: &ItemView, answers: &Answers<'_>, shape: &'static str) -> Vec<Patch> {
        let mut fields = whole(answers.fields(COMMON), answers.fields(form_of(shape)), shape);
        if self.own {
            if shape_of(&self.fields) != shape {
                fields.insert(0, (shape_of(&self.fields).to_owned(), FieldValue::Nothing));
            }
            fields.retain(|(way, value)| item.value(way) != *value);
            return if fields.is_empty() { Vec::new() } else { vec![item.patch(fields)] };
        }
        fields.extend(self.id.iter().map(|id| ("id".to_owned(), FieldValue::text(id))));
        let packs = (!self.unnamed_packs.is_empty())
            .then(|| Patch::Head(HeadField::Packs, FieldValue::Texts(self.unnamed_packs.clone())));
        packs.into_iter().chain([Patch::Add { list: ListName::Rules, fields }]).collect()
    }
}

/// The key of the shape that a rule of these fields has.
fn shape_of(fields: &[PatchField]) -> &'static str {
    let is = |key: &&&str| fields.iter().any(|(way, _)| begins(way, key));
    Shape::KEYS.iter().find(is).copied().unwrap_or("holders")
}

/// The rule as its form begins with it: as it is, or as it stood when the form was left.
fn begun(item: &ItemView, left: Vec<PatchField>) -> ItemView {
    let mut begun = item.clone();
    if !left.is_empty() {
        begun.fields.retain(|(way, _)| {
            !Shape::KEYS.iter().any(|key| begins(way, key)) && left.iter().all(|(answered, _)| answered != way)
        });
        begun.fields.extend(left);
    }
    begun
}

/// Whether a field is a shape of this key, or inside it.
fn begins(way: &str, key: &str) -> bool {
    way.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// All fields of a rule. A shape that says nothing more is there all the same.
fn whole(mut common: Vec<PatchField>, shape: Vec<PatchField>, key: &str) -> Vec<PatchField> {
    if shape.iter().all(|(_, value)| *value == FieldValue::Nothing) {
        common.push((key.to_owned(), FieldValue::Json("{}".into())));
    } else {
        common.extend(shape);
    }
    common
}

/// The rule as an item of the file.
fn item_of(rule: &RuleEdit) -> ItemView {
    let key = rule.id.clone().unwrap_or_default();
    ItemView { list: ListName::Rules, key, fields: rule.fields.clone(), referred_by: Vec::new() }
}

/// The form, what the rule would find, and the buttons.
#[component]
pub(super) fn RuleFields(
    /// The rule as the form has it.
    rule: RuleEdit,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let session = Session::current();
    let item = item_of(&rule);
    let begun = begun(&item, half_filled::answers(session, &OpenForm::Rule(rule.clone())).unwrap_or_default());
    let form = NodeRef::<html::Form>::new();
    let first = shape_of(&begun.fields);
    let shape = RwSignal::new(first);
    let refused = RwSignal::new(None::<EditRefusal>);
    // What the rule says as the form stands; until that has been read, as it was.
    let said = RwSignal::new(begun.fields.clone());
    let begun_with = StoredValue::new((begun.clone(), OpenForm::Rule(rule.clone())));
    // What the form says of the rule as it stands, with what all shapes have or without.
    let answers = move |with_common: bool| {
        let values = dom::values_in(&form.try_get_untracked().flatten()?);
        let key = shape.get_untracked();
        Some(begun_with.with_value(|(item, _)| {
            let answers = Answers::new(values, item, item);
            let common = if with_common { answers.fields(COMMON) } else { Vec::new() };
            whole(common, answers.fields(form_of(key)), key)
        }))
    };
    let read = move || {
        if let Some(fields) = answers(false) {
            said.set(fields);
        }
    };
    let remember = move || {
        let Some(fields) = answers(true) else { return };
        session.keep_form(&begun_with.with_value(|(_, form)| half_filled::slot(session, form)), &fields);
    };
    // What is changed is drawn first, then read and remembered.
    let changed = move || {
        request_animation_frame(move || {
            read();
            remember();
        });
    };
    let pulse = RwSignal::new(0_u32);
    provide_context(FormPulse(pulse));
    Effect::new(move || {
        if pulse.get() > 0 {
            changed();
        }
    });
    form.on_load(move |_| request_animation_frame(read));
    let tried = {
        let id = rule.id.clone();
        use_answer(move || AskTryRule { on: session.on(), id: id.clone(), fields: said.get() })
    };
    let shapes = Shape::KEYS.iter().map(move |key| {
        view! { <option value=*key selected=*key == first>{rules::shape(key, language).to_owned()}</option> }
    });
    let of_shape = {
        let begun = begun.clone();
        move || form_of(shape.get()).inputs.iter().map(|each| input(each, &begun, language)).collect_view()
    };
    let common = COMMON.inputs.iter().map(|each| input(each, &begun, language)).collect_view();
    let is_of_pack = !rule.own && rule.id.is_some();
    let of_pack = is_of_pack.then(|| view! { <p class="form-note">{rules::form_of_pack(language)}</p> });
    let slot = StoredValue::new(half_filled::slot(session, &OpenForm::Rule(rule.clone())));
    let close = move || {
        if let Some(slot) = slot.try_get_value() {
            session.drop_form(&slot);
        }
        session.end_edit();
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let answers = Answers::new(dom::form_values(&event), &item, &item);
        let patches = rule.patches(&item, &answers, shape.get_untracked());
        spawn_local(async move {
            match session.change(patches).await {
                Ok(()) => close(),
                Err(why) => drop(refused.try_set(Some(why))),
            }
        });
    };
    let choose = move |event: leptos::ev::Event| {
        let wanted = dom::value_of(&event);
        if let Some(key) = Shape::KEYS.iter().find(|key| **key == wanted) {
            shape.set(key);
            changed();
        }
    };
    view! {
        <form class="form" method="dialog" node_ref=form on:submit=submit on:input=move |_| changed() on:change=move |_| changed()>
            {of_pack}
            <div class="form-fields">
                <label class="field field-wide">
                    <span class="field-label">{rules::form_shape(language)}</span>
                    <select class="field-input" on:change=choose>{shapes.collect_view()}</select>
                </label>
                {of_shape}
                {common}
            </div>
            <Refusal refused language/>
            <div class="form-buttons">
                <div class="rule-tried" role="status">{move || outcome(tried, language)}</div>
                <button type="submit" class="button button-first">{draft::done(language)}</button>
                <button type="button" class="button" on:click=move |_| close()>{draft::cancel(language)}</button>
            </div>
        </form>
    }
    .into_any()
}

/// What the rule would find, and what to mind about it.
fn outcome(tried: AnswerSignal<Tried>, language: Language) -> AnyView {
    match tried.get() {
        _ if tried.is_absent() => view! { <p>{rules::unfinished(language)}</p> }.into_any(),
        Some(tried) => {
            let advice =
                tried.advice.iter().map(|advice| view! { <p class="advice">{rules::advice(advice, language)}</p> });
            view! { <p><strong>{rules::tried(&tried.tally, language)}</strong></p> {advice.collect_view()} }.into_any()
        }
        None => ().into_any(),
    }
}

/// The form of a shape that is not one of a list.
const fn rule_form(inputs: &'static [super::form::Input]) -> EditForm {
    EditForm { list: ListName::Rules, inputs }
}
