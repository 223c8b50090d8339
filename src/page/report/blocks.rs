//! The blocks of a report, drawn on the page as [`crate::report::html`] draws them in a file.

use leptos::prelude::*;

use crate::browser::dom;
use crate::page::session::Session;
use crate::report::block::{Block, MatrixBlock, Report, ReportSection, ReportTable, ShadeMark, Square, TableCell};

/// The whole report, but for its colophon: the footer of the page says the same.
pub(super) fn report(report: &Report) -> AnyView {
    let preface = report.preface.iter().map(block).collect_view();
    let sections = (1..).zip(&report.sections).map(|(number, each)| section(number, each)).collect_view();
    view! {
        <article class="report" lang=report.origin.language.word()>
            <header class="report-cover">
                <p class="report-whose">{report.municipality.clone()}</p>
                <h2 class="report-title">{report.title.clone()}</h2>
                <p class="report-day">{report.day.clone()}</p>
                {preface}
            </header>
            {contents(report)}
            {sections}
        </article>
    }
    .into_any()
}

/// The headings, each leading to its part. The address belongs to the routes, so it is the focus that goes there.
fn contents(report: &Report) -> AnyView {
    let session = Session::current();
    let item = |(number, section): (u32, &ReportSection)| {
        let part = format!("#part-{number}");
        let show = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            dom::show(&part);
        };
        let here = move || session.location().get().fragment();
        let lacking = section.lacks.then(|| view! { " " <span class="report-lacking">{report.lacking.clone()}</span> });
        view! { <li><a href=here on:click=show>{section.title.clone()}</a> {lacking}</li> }
    };
    view! {
        <nav class="report-contents" aria-labelledby="report-contents">
            <h3 id="report-contents">{report.contents.clone()}</h3>
            <ol>{(1..).zip(&report.sections).map(item).collect_view()}</ol>
        </nav>
    }
    .into_any()
}

fn section(number: u32, section: &ReportSection) -> AnyView {
    view! {
        <section class="report-part">
            <h2 id=format!("part-{number}") tabindex="-1">{format!("{number}. {}", section.title)}</h2>
            {section.blocks.iter().map(block).collect_view()}
        </section>
    }
    .into_any()
}

fn block(block: &Block) -> AnyView {
    match block {
        Block::Heading(text) => view! { <h3>{text.clone()}</h3> }.into_any(),
        Block::Paragraph(text) => view! { <p>{text.clone()}</p> }.into_any(),
        Block::Caution(text) => view! { <p class="report-caution">{text.clone()}</p> }.into_any(),
        Block::Own(texts) => view! { <div class="report-own">{paragraphs(texts)}</div> }.into_any(),
        Block::Missing { title, sentences } => view! {
            <div class="report-missing">
                <p>{title.clone()}</p>
                {list(sentences)}
            </div>
        }
        .into_any(),
        Block::Facts(facts) => {
            let fact = |(label, fact): &(String, String)| {
                view! {
                    <div>
                        <dt>{label.clone()}</dt>
                        <dd>{fact.clone()}</dd>
                    </div>
                }
            };
            view! { <dl class="report-facts">{facts.iter().map(fact).collect_view()}</dl> }.into_any()
        }
        Block::List(texts) => list(texts),
        Block::Table(it) => table(it),
        Block::Matrix(it) => matrix(it),
    }
}

fn paragraphs(texts: &[String]) -> AnyView {
    texts.iter().map(|text| view! { <p>{text.clone()}</p> }).collect_view().into_any()
}

fn list(texts: &[String]) -> AnyView {
    view! { <ul>{texts.iter().map(|text| view! { <li>{text.clone()}</li> }).collect_view()}</ul> }.into_any()
}

/// A table. Its roles are said, since on a narrow screen its rows are laid out as blocks.
fn table(table: &ReportTable) -> AnyView {
    let classes = table.column_classes();
    let heads = table.columns.iter().zip(&classes).map(|(column, class)| {
        view! { <th role="columnheader" scope="col" class=*class>{column.name.clone()}</th> }
    });
    let naming = table.naming();
    let row = |row: &Vec<TableCell>| {
        let cells = row.iter().zip(&table.columns).zip(&classes).enumerate().map(|(at, ((cell, column), class))| {
            let (label, class, inside) = (column.name.clone(), *class, self::cell(cell));
            if at == naming {
                view! { <th role="rowheader" scope="row" class=class data-label=label>{inside}</th> }.into_any()
            } else {
                view! { <td role="cell" class=class data-label=label>{inside}</td> }.into_any()
            }
        });
        view! { <tr role="row">{cells.collect_view()}</tr> }
    };
    view! {
        <table class="report-table" role="table">
            <caption>{table.title.clone()}</caption>
            <thead role="rowgroup">
                <tr role="row">{heads.collect_view()}</tr>
            </thead>
            <tbody role="rowgroup">{table.rows.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn cell(cell: &TableCell) -> AnyView {
    match cell {
        TableCell::Class(it) => view! { {mark(it)} " " {it.name.clone()} }.into_any(),
        TableCell::Lines(lines) => paragraphs(lines),
        other => other.text().into_any(),
    }
}

fn mark(mark: &ShadeMark) -> AnyView {
    view! { <span class=format!("report-mark shade-{}", mark.shade)>{mark.letter.clone()}</span> }.into_any()
}

fn matrix(matrix: &MatrixBlock) -> AnyView {
    let heads = matrix.columns.iter().map(|name| view! { <th scope="col">{name.clone()}</th> }).collect_view();
    let square = |square: &Square| {
        let places = (!square.places.is_empty())
            .then(|| view! { <span class="report-places">{square.places.join(", ")}</span> });
        view! {
            <td class=format!("shade-{}", square.mark.shade)>
                <span class="report-letter">{square.mark.letter.clone()}</span>
                {places}
            </td>
        }
    };
    let row = |(level, squares): &(String, Vec<Square>)| {
        view! {
            <tr>
                <th scope="row">{level.clone()}</th>
                {squares.iter().map(square).collect_view()}
            </tr>
        }
    };
    let class = |(it, demands): &(ShadeMark, String)| {
        view! { <li>{mark(it)} <strong>{it.name.clone()}</strong> <span>{demands.clone()}</span></li> }
    };
    view! {
        <figure class="report-matrix">
            <figcaption>{matrix.title.clone()}</figcaption>
            <table aria-label=matrix.title.clone()>
                <thead>
                    <tr>
                        <td>{matrix.likelihood.clone()}</td>
                        <th scope="colgroup" colspan=matrix.columns.len().to_string()>{matrix.consequence.clone()}</th>
                    </tr>
                    <tr>
                        <td></td>
                        {heads}
                    </tr>
                </thead>
                <tbody>{matrix.rows.iter().map(row).collect_view()}</tbody>
            </table>
            <ul class="report-legend">{matrix.legend.iter().map(class).collect_view()}</ul>
            <p class="report-caution">{matrix.caution.clone()}</p>
        </figure>
    }
    .into_any()
}
