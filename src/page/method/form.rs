//! The form of a method: names, levels with their bounds, classes, and the class of every cell.
//!
//! What is typed goes into the form's own copy; the form is drawn anew only when it gains or loses a row, so that the
//! focus stays where the reader is.

use leptos::prelude::*;

use super::MethodWork;
use crate::browser::dom;
use crate::draft::method::{ClassEdit, LevelEdit, MethodEdit, MethodProposal, MethodSource, ScaleEdit};
use crate::engine::view::{ClassView, MethodEntry};
use crate::organisation::value::{Label, Language};
use crate::page::parts::keep_typed;
use crate::text::method::page as text;
use crate::text::pages;

/// The form's copy, and how often it has gained or lost a row.
#[derive(Clone, Copy)]
struct Draft {
    edit: RwSignal<MethodEdit>,
    drawn: RwSignal<u32>,
    language: Language,
}

impl Draft {
    /// Changes what a field says.
    fn say(self, change: impl FnOnce(&mut MethodEdit)) {
        self.edit.update(change);
    }

    /// Changes how many rows there are.
    fn build(self, change: impl FnOnce(&mut MethodEdit)) {
        self.edit.update(change);
        self.drawn.update(|drawn| *drawn += 1);
    }
}

/// The form that changes the method.
#[component]
pub(super) fn Form(
    /// The change being prepared.
    work: MethodWork,
    /// The matrix as it is.
    entry: MethodEntry,
    /// The matrix as the form has it.
    edit: MethodEdit,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let form = Draft { edit: RwSignal::new(edit), drawn: RwSignal::new(0), language };
    let id = entry.matrix.id;
    let before = entry.edit;
    keep_typed(work.slot(&id), move || (before.clone(), form.edit.get()));
    let matrix = StoredValue::new(id.clone());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let method = MethodSource::Edited(Box::new(form.edit.get_untracked()));
        work.propose(MethodProposal { replaces: Some(id.clone()), method, remap: None });
    };
    let body = move || {
        form.drawn.get();
        form.edit.with_untracked(|edit| fields(form, edit))
    };
    view! {
        <section class="card full no-print" id="method-form" tabindex="-1">
            <h2>{text::edit(language)}</h2>
            <form class="method-form" on:submit=submit>
                {body}
                <p class="actions">
                    <button type="submit" class="button button-first">{text::preview(language)}</button>
                    <button type="button" class="button" on:click=move |_| work.put_away(&matrix.get_value())>{text::cancel(language)}</button>
                </p>
            </form>
        </section>
    }
    .into_any()
}

fn fields(form: Draft, edit: &MethodEdit) -> AnyView {
    let language = form.language;
    let name = |edit: &mut MethodEdit, label: Label| edit.name = label;
    let scales = edit.likelihood.is_some().then_some(None).into_iter().chain((0..edit.dimensions.len()).map(Some));
    let scales = scales.map(|place| scale(form, edit, place)).collect_view();
    view! {
        {label_fields((text::name_sv(language), text::name_en(language)), String::new(), edit.name.clone(), false, move |label| form.say(|edit| name(edit, label)))}
        {grid(form, edit)}
        {classes(form, edit)}
        {scales}
        <p class="actions">
            <button type="button" class="button button-small" on:click=move |_| form.build(|edit| add_dimension(edit, language))>
                {text::add_dimension(language)}
            </button>
        </p>
    }
    .into_any()
}

/// A dimension more, with as many levels as the others.
fn add_dimension(edit: &mut MethodEdit, language: Language) {
    let levels = edit.dimensions.first().map_or(1, |dimension| dimension.levels.len());
    let level = |number: usize| LevelEdit { name: Label::plain(number.to_string()), ..LevelEdit::default() };
    let known = |id: &str| edit.dimensions.iter().chain(&edit.likelihood).any(|scale| scale.id == id);
    // One of so many is free.
    let most = edit.dimensions.len() + 2;
    let id = (1..=most).map(|number| format!("dimension-{number}")).find(|id| !known(id)).unwrap_or_default();
    let levels = (1..=levels).map(level).collect();
    edit.dimensions.push(ScaleEdit { id, name: new_name(language), unit: String::new(), levels });
}

/// A text in both languages. `of` says whose it is to those who do not see where it stands.
fn label_fields(
    (sv, en): (&'static str, &'static str),
    of: String,
    label: Label,
    must: bool,
    set: impl Fn(Label) + Clone + 'static,
) -> AnyView {
    let now = StoredValue::new(label.clone());
    let write = move |change: &dyn Fn(&mut Label)| {
        now.update_value(|label| change(label));
        set(now.get_value());
    };
    let other = write.clone();
    let named = |field: &'static str| if of.is_empty() { field.to_owned() } else { format!("{field}, {of}") };
    view! {
        <label class="field">
            <span class="field-label">{sv}</span>
            <input class="field-input" required=must aria-label=named(sv) value=label.sv
                on:input:target=move |event| { let value = event.target().value(); write(&|label| label.sv.clone_from(&value)); }/>
        </label>
        <label class="field">
            <span class="field-label">{en}</span>
            <input class="field-input" aria-label=named(en) value=label.en
                on:input:target=move |event| {
                    let value = event.target().value();
                    other(&|label| label.en = Some(value.clone()).filter(|value| !value.trim().is_empty() && *value != label.sv));
                }/>
        </label>
    }
    .into_any()
}

/// The class of every cell.
fn grid(form: Draft, edit: &MethodEdit) -> AnyView {
    let language = form.language;
    let of = u8::try_from(edit.classes.len()).unwrap_or(u8::MAX);
    let cell = |row: usize, column: usize| {
        let now = edit.grid[row][column];
        let option = |(place, class): (usize, &ClassEdit)| {
            let name = class.name.say(language);
            let said = if class.letter.is_empty() { name.to_owned() } else { format!("{} {name}", class.letter) };
            view! { <option value=place.to_string() selected=place == usize::from(now)>{said}</option> }
        };
        let options = edit.classes.iter().enumerate().map(option).collect_view();
        let shade = move || {
            let class =
                form.edit.with(|edit| edit.grid.get(row).and_then(|row| row.get(column)).copied().unwrap_or_default());
            format!("c{}", ClassView::shade_of(class, of))
        };
        let number = |place: usize| u8::try_from(place + 1).unwrap_or(u8::MAX);
        let label = text::class_of(number(row), number(column), language);
        let choose = move |event| {
            let class = dom::value_of(&event).parse().unwrap_or_default();
            form.say(|edit| edit.grid[row][column] = class);
        };
        view! { <td class=shade><select class="method-cell" aria-label=label on:change=choose>{options}</select></td> }
    };
    let row = |row: usize| {
        let cells = (0..edit.grid[row].len()).map(|column| cell(row, column)).collect_view();
        view! { <tr><th scope="row">{(row + 1).to_string()}</th>{cells}</tr> }
    };
    let rows = (0..edit.grid.len()).rev().map(row).collect_view();
    let columns = edit.grid.first().map_or(0, Vec::len);
    let heads = (1..=columns).map(|column| view! { <th scope="col">{column.to_string()}</th> }).collect_view();
    view! {
        <fieldset class="method-part">
            <legend>{text::grid(language)}</legend>
            <p class="lead">{text::grid_lead(language)}</p>
            <div class="method-scroll">
                <table class="matrix method-grid" aria-label=text::grid(language)>
                    <thead><tr><td><span class="visually-hidden">{pages::likelihood(language)}</span></td>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </fieldset>
    }
    .into_any()
}

/// The classes, the highest first.
fn classes(form: Draft, edit: &MethodEdit) -> AnyView {
    let language = form.language;
    let row = |(place, class): (usize, &ClassEdit)| {
        let of = |field: &str| text::of_class(field, place + 1, language);
        let names = (text::name_sv(language), text::name_en(language));
        let demands = (text::demands_sv(language), text::demands_en(language));
        let whose = text::of_class("", place + 1, language).trim_start_matches([',', ' ']).to_owned();
        let remove = move |_| {
            form.build(|edit| {
                edit.classes.remove(place);
                for class in edit.grid.iter_mut().flatten() {
                    // Cells of the class that goes get the one below.
                    *class = class.saturating_sub(u8::from(usize::from(*class) >= place.max(1)));
                }
            });
        };
        let remove = (edit.classes.len() > 1).then(|| {
            view! { <button type="button" class="button button-small" aria-label=of(text::remove(language)) on:click=remove>{text::remove(language)}</button> }
        });
        view! {
            <div class="method-row">
                {label_fields(names, whose.clone(), class.name.clone(), true, move |label| form.say(|edit| edit.classes[place].name = label))}
                <label class="field method-short">
                    <span class="field-label">{text::letter(language)}</span>
                    <input class="field-input" maxlength="3" aria-label=of(text::letter(language)) value=class.letter.clone()
                        on:input:target=move |event| { let value = event.target().value(); form.say(|edit| edit.classes[place].letter = value); }/>
                </label>
                {label_fields(demands, whose, class.demands.clone(), false, move |label| form.say(|edit| edit.classes[place].demands = label))}
                {remove}
            </div>
        }
    };
    let rows: Vec<_> = edit.classes.iter().enumerate().map(row).collect();
    let rows = rows.into_iter().rev().collect_view();
    let add = move |_| {
        form.build(|edit| edit.classes.push(ClassEdit { name: new_name(language), ..ClassEdit::default() }));
    };
    view! {
        <fieldset class="method-part">
            <legend>{text::classes(language)}</legend>
            <p class="actions"><button type="button" class="button button-small" on:click=add>{text::add_class(language)}</button></p>
            {rows}
        </fieldset>
    }
    .into_any()
}

fn new_name(language: Language) -> Label {
    Label::plain(text::new_name(language))
}

/// The scale of likelihood, or of a dimension.
fn of(edit: &mut MethodEdit, place: Option<usize>) -> Option<&mut ScaleEdit> {
    match place {
        None => edit.likelihood.as_mut(),
        Some(place) => edit.dimensions.get_mut(place),
    }
}

fn scale(form: Draft, edit: &MethodEdit, place: Option<usize>) -> Option<AnyView> {
    let language = form.language;
    let scale = place.map_or(edit.likelihood.as_ref(), |place| edit.dimensions.get(place))?;
    let name = scale.name.say(language);
    let name = if name.is_empty() { scale.id.clone() } else { name.to_owned() };
    let count = scale.levels.len();
    let level = |(number, level): (usize, &LevelEdit)| level_row(form, place, &name, number, level, count);
    let rows: Vec<_> = scale.levels.iter().enumerate().map(level).collect();
    let rows = rows.into_iter().rev().collect_view();
    let unit = move |value: String| {
        form.say(|edit| {
            if let Some(scale) = of(edit, place) {
                scale.unit = value;
            }
        });
    };
    // Dimensions have as many levels each, since each column is a level of all of them.
    let add = (place.is_none() || place == Some(0)).then(|| {
        let add = move |_| form.build(|edit| add_level(edit, place, language));
        let label = format!("{}: {name}", text::add_level(language));
        view! { <button type="button" class="button button-small" aria-label=label on:click=add>{text::add_level(language)}</button> }
    });
    let remove = place.filter(|_| edit.dimensions.len() > 1).map(|place| {
        let remove = move |_| form.build(|edit| drop(edit.dimensions.remove(place)));
        let label = format!("{}: {name}", text::remove(language));
        view! { <button type="button" class="button button-small" aria-label=label on:click=remove>{text::remove(language)}</button> }
    });
    let names = (text::name_sv(language), text::name_en(language));
    let rename = move |label| {
        form.say(|edit| {
            if let Some(scale) = of(edit, place) {
                scale.name = label;
            }
        });
    };
    let of_unit = format!("{}, {name}", text::unit(language));
    Some(
        view! {
            <fieldset class="method-part">
                <legend>{name.clone()}</legend>
                <div class="method-row">
                    {label_fields(names, name, scale.name.clone(), false, rename)}
                    <label class="field">
                        <span class="field-label">{text::unit(language)}</span>
                        <input class="field-input" aria-label=of_unit value=scale.unit.clone() on:input:target=move |event| unit(event.target().value())/>
                    </label>
                </div>
                <p class="actions">{add} {remove}</p>
                {rows}
            </fieldset>
        }
        .into_any(),
    )
}

fn level_row(
    form: Draft,
    place: Option<usize>,
    scale: &str,
    number: usize,
    level: &LevelEdit,
    count: usize,
) -> AnyView {
    let language = form.language;
    let at = move |edit: &mut MethodEdit, change: &dyn Fn(&mut LevelEdit)| {
        if let Some(level) = of(edit, place).and_then(|scale| scale.levels.get_mut(number)) {
            change(level);
        }
    };
    let whose = text::of_level("", scale, number + 1, language).trim_start_matches([',', ' ']).to_owned();
    let bound = |field: &'static str, now: Option<f64>, set: fn(&mut LevelEdit, Option<f64>)| {
        let label = text::of_level(field, scale, number + 1, language);
        let write = move |value: String| {
            let value = value.trim().replace(',', ".").parse().ok();
            form.say(|edit| at(edit, &|level| set(level, value)));
        };
        view! {
            <label class="field method-short">
                <span class="field-label">{field}</span>
                <input class="field-input" type="number" step="any" aria-label=label value=now.map(|now| now.to_string())
                    on:input:target=move |event| write(event.target().value())/>
            </label>
        }
    };
    let remove = (count > 1 && (place.is_none() || place == Some(0))).then(|| {
        let remove = move |_| form.build(|edit| remove_level(edit, place, number));
        let label = text::of_level(text::remove(language), scale, number + 1, language);
        view! { <button type="button" class="button button-small" aria-label=label on:click=remove>{text::remove(language)}</button> }
    });
    let names = (text::name_sv(language), text::name_en(language));
    let meanings = (text::description_sv(language), text::description_en(language));
    view! {
        <div class="method-row">
            <span class="level-number">{(number + 1).to_string()}</span>
            {label_fields(names, whose.clone(), level.name.clone(), true, move |label| form.say(|edit| at(edit, &|level| level.name = label.clone())))}
            {bound(text::above(language), level.above, |level, value| level.above = value)}
            {bound(text::up_to(language), level.up_to, |level, value| level.up_to = value)}
            {label_fields(meanings, whose, level.description.clone(), false, move |label| form.say(|edit| at(edit, &|level| level.description = label.clone())))}
            {remove}
        </div>
    }
    .into_any()
}

/// A level more at the top, with the classes of the one below it; of consequence in every dimension.
fn add_level(edit: &mut MethodEdit, place: Option<usize>, language: Language) {
    let level = LevelEdit { name: new_name(language), ..LevelEdit::default() };
    if place.is_none() {
        if let Some(scale) = &mut edit.likelihood {
            scale.levels.push(level);
            edit.grid.extend(edit.grid.last().cloned());
        }
        return;
    }
    for dimension in &mut edit.dimensions {
        dimension.levels.push(level.clone());
    }
    for row in &mut edit.grid {
        row.extend(row.last().copied());
    }
}

/// A level less; of consequence in every dimension.
fn remove_level(edit: &mut MethodEdit, place: Option<usize>, number: usize) {
    if place.is_none() {
        if let Some(scale) = &mut edit.likelihood {
            scale.levels.remove(number);
            edit.grid.remove(number);
        }
        return;
    }
    for dimension in &mut edit.dimensions {
        if number < dimension.levels.len() {
            dimension.levels.remove(number);
        }
    }
    for row in &mut edit.grid {
        if number < row.len() {
            row.remove(number);
        }
    }
}
