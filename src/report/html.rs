//! A report as one HTML file that stands by itself: no scripts, no links out, its own style, nothing from elsewhere.
//!
//! Every text of the report passes [`escape`] on its way into the file, and those of the margins of its pages
//! [`css_text`]; there is no other way in.

use std::fmt::Write as _;

use super::block::{Block, MatrixBlock, Report, ReportSection, ReportTable, ShadeMark, TableCell};
use super::escape::escape;

/// How a report looks, on the page and in a file alike.
pub const STYLE: &str = include_str!("../../style/report.css");

/// What a file needs beside that, which the page has already.
const STYLE_OF_FILE: &str = include_str!("../../style/report-file.css");

/// The report as a file.
pub fn html(report: &Report) -> String {
    let mut out = String::with_capacity(64_000);
    let title = format!("{}, {}, {}", report.title, report.municipality, report.day);
    let language = report.origin.language.word();
    let style = format!("{STYLE_OF_FILE}{STYLE}{}", margins(report));
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n{}<title>{}</title>\n<style>\n{style}</style>\n</head>\n<body>\n",
        report.origin.element(),
        escape(&title)
    );
    element(&mut out, "main class=\"report\"", |out| {
        cover(out, report);
        contents(out, report);
        for (number, each) in (1..).zip(&report.sections) {
            section(out, number, each);
        }
        element(out, "footer class=\"report-colophon\"", |out| {
            for line in &report.colophon {
                texted(out, "p", line);
            }
        });
    });
    out.push_str("</body>\n</html>\n");
    out
}

/// What stands in the margins of each printed page: the municipality and the title, the day, the number of the page.
pub fn margins(report: &Report) -> String {
    let (left, right) = (format!("{} · {}", report.municipality, report.title), &report.day);
    let page = &report.page;
    let font = "font: 8pt sans-serif; color: #333;";
    format!(
        "@page {{\n  size: A4;\n  margin: 20mm 15mm 18mm;\n  \
         @top-left {{ content: {}; {font} }}\n  @top-right {{ content: {}; {font} }}\n  \
         @bottom-right {{ content: {} counter(page) \" / \" counter(pages); {font} }}\n}}\n",
        css_text(&left),
        css_text(right),
        css_text(&format!("{page} ")),
    )
}

/// A text as a string of CSS: all but letters, digits and spaces as the number of their character, so that it can end
/// neither the string nor the style around it.
pub fn css_text(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        #[expect(clippy::disallowed_methods, reason = "a report is made again byte for byte, whatever its letters")]
        if letter.is_alphanumeric() || letter == ' ' {
            out.push(letter);
        } else {
            let _ = write!(out, "\\{:x} ", u32::from(letter));
        }
    }
    out.push('"');
    out
}

/// An element that holds what `inside` writes. What is given as its name is ours, with its attributes.
fn element(out: &mut String, name: &str, inside: impl FnOnce(&mut String)) {
    let _ = write!(out, "<{name}>");
    inside(out);
    let tag = name.split(' ').next().unwrap_or(name);
    let _ = writeln!(out, "</{tag}>");
}

/// An element that holds a text.
fn texted(out: &mut String, name: &str, text: &str) {
    element(out, name, |out| out.push_str(&escape(text)));
}

fn cover(out: &mut String, report: &Report) {
    element(out, "header class=\"report-cover\"", |out| {
        texted(out, "p class=\"report-whose\"", &report.municipality);
        texted(out, "h1", &report.title);
        texted(out, "p class=\"report-day\"", &report.day);
        for block in &report.preface {
            draw(out, block);
        }
    });
}

fn contents(out: &mut String, report: &Report) {
    element(out, "nav class=\"report-contents\"", |out| {
        texted(out, "h2", &report.contents);
        element(out, "ol", |out| {
            for (number, section) in (1..).zip(&report.sections) {
                element(out, "li", |out| {
                    texted(out, &format!("a href=\"#part-{number}\""), &section.title);
                    if section.lacks {
                        texted(out, "span class=\"report-lacking\"", &report.lacking);
                    }
                });
            }
        });
    });
}

fn section(out: &mut String, number: u32, section: &ReportSection) {
    element(out, &format!("section class=\"report-part\" id=\"part-{number}\""), |out| {
        texted(out, "h2", &format!("{number}. {}", section.title));
        for block in &section.blocks {
            draw(out, block);
        }
    });
}

fn draw(out: &mut String, block: &Block) {
    match block {
        Block::Heading(text) => texted(out, "h3", text),
        Block::Paragraph(text) => texted(out, "p", text),
        Block::Caution(text) => texted(out, "p class=\"report-caution\"", text),
        Block::Own(texts) => element(out, "div class=\"report-own\"", |out| {
            for text in texts {
                texted(out, "p", text);
            }
        }),
        Block::Missing { title, sentences } => element(out, "div class=\"report-missing\"", |out| {
            texted(out, "p", title);
            list(out, sentences);
        }),
        Block::Facts(facts) => element(out, "dl class=\"report-facts\"", |out| {
            for (label, fact) in facts {
                element(out, "div", |out| {
                    texted(out, "dt", label);
                    texted(out, "dd", fact);
                });
            }
        }),
        Block::List(texts) => list(out, texts),
        Block::Table(it) => table(out, it),
        Block::Matrix(it) => matrix(out, it),
    }
}

fn list(out: &mut String, texts: &[String]) {
    element(out, "ul", |out| {
        for text in texts {
            texted(out, "li", text);
        }
    });
}

fn table(out: &mut String, table: &ReportTable) {
    let classes: Vec<String> = table
        .column_classes()
        .into_iter()
        .map(|class| class.map(|class| format!(" class=\"{class}\"")).unwrap_or_default())
        .collect();
    element(out, "table class=\"report-table\"", |out| {
        texted(out, "caption", &table.title);
        element(out, "thead", |out| {
            element(out, "tr", |out| {
                for (column, class) in table.columns.iter().zip(&classes) {
                    texted(out, &format!("th scope=\"col\"{class}"), &column.name);
                }
            });
        });
        element(out, "tbody", |out| {
            for row in &table.rows {
                element(out, "tr", |out| {
                    let naming = table.naming();
                    for (at, ((cell, column), class)) in row.iter().zip(&table.columns).zip(&classes).enumerate() {
                        let name = if at == naming { "th scope=\"row\"" } else { "td" };
                        let label = escape(&column.name);
                        element(out, &format!("{name}{class} data-label=\"{label}\""), |out| draw_cell(out, cell));
                    }
                });
            }
        });
    });
}

fn draw_cell(out: &mut String, cell: &TableCell) {
    match cell {
        TableCell::Class(mark) => {
            marked(out, mark);
            let _ = write!(out, " {}", escape(&mark.name));
        }
        TableCell::Lines(lines) => lines.iter().for_each(|line| texted(out, "p", line)),
        other => out.push_str(&escape(&other.text())),
    }
}

fn marked(out: &mut String, mark: &ShadeMark) {
    texted(out, &format!("span class=\"report-mark shade-{}\"", mark.shade), &mark.letter);
}

fn matrix(out: &mut String, matrix: &MatrixBlock) {
    element(out, "figure class=\"report-matrix\"", |out| {
        texted(out, "figcaption", &matrix.title);
        element(out, "table", |out| {
            element(out, "thead", |out| {
                element(out, "tr", |out| {
                    texted(out, "td", &matrix.likelihood);
                    texted(
                        out,
                        &format!("th scope=\"colgroup\" colspan=\"{}\"", matrix.columns.len()),
                        &matrix.consequence,
                    );
                });
                element(out, "tr", |out| {
                    texted(out, "td", "");
                    for column in &matrix.columns {
                        texted(out, "th scope=\"col\"", column);
                    }
                });
            });
            element(out, "tbody", |out| {
                for (level, squares) in &matrix.rows {
                    element(out, "tr", |out| {
                        texted(out, "th scope=\"row\"", level);
                        for square in squares {
                            element(out, &format!("td class=\"shade-{}\"", square.mark.shade), |out| {
                                texted(out, "span class=\"report-letter\"", &square.mark.letter);
                                if !square.places.is_empty() {
                                    texted(out, "span class=\"report-places\"", &square.places.join(", "));
                                }
                            });
                        }
                    });
                }
            });
        });
        element(out, "ul class=\"report-legend\"", |out| {
            for (mark, demands) in &matrix.legend {
                element(out, "li", |out| {
                    marked(out, mark);
                    texted(out, "strong", &mark.name);
                    texted(out, "span", demands);
                });
            }
        });
        texted(out, "p class=\"report-caution\"", &matrix.caution);
    });
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::disclosure::Audience;
    use crate::organisation::value::Language;
    use crate::report::ReportOrigin;
    use crate::report::block::{Square, TableColumn};

    fn origin(profile: &str) -> ReportOrigin {
        ReportOrigin {
            language: Language::Swedish,
            on: "2026-11-22".parse().expect("a day"),
            audience: Audience::Internal,
            version: "0.1.0".into(),
            rules: crate::report::RULES,
            data: None,
            profile: profile.into(),
        }
    }

    /// A report with one heading and these blocks under it.
    pub(crate) fn report(blocks: Vec<Block>) -> Report {
        Report {
            origin: origin("p"),
            municipality: "Exempelkommun".into(),
            title: "Risk- och sårbarhetsanalys".into(),
            day: "22 november 2026".into(),
            preface: Vec::new(),
            contents: "Innehåll".into(),
            lacking: "ofullständig".into(),
            sections: vec![ReportSection { title: "Risker".into(), lacks: false, blocks }],
            colophon: vec!["SHA-256: 00".into()],
            page: "Sida".into(),
        }
    }

    const HOSTILE: &str =
        "</style></table><script>alert(1)</script><img src=x onerror=alert(1)>\" onload=\"x' &lt; \u{202e}\0";

    fn hostile() -> Report {
        let text = || HOSTILE.to_owned();
        let mark = || ShadeMark { letter: text(), name: text(), shade: 3 };
        let cells = vec![
            text().into(),
            TableCell::Lines(vec![text()]),
            TableCell::Number(1.0, text()),
            TableCell::Day("2026-01-01".parse().expect("a day"), text()),
            TableCell::Class(mark()),
        ];
        let columns = (0..5).map(|_| TableColumn::wide(text())).collect();
        let table = ReportTable { title: text(), sheet: text(), of: text(), columns, rows: vec![cells] };
        let matrix = MatrixBlock {
            title: text(),
            likelihood: text(),
            consequence: text(),
            columns: vec![text()],
            rows: vec![(text(), vec![Square { mark: mark(), places: vec![text()] }])],
            legend: vec![(mark(), text())],
            caution: text(),
        };
        let blocks = vec![
            Block::Heading(text()),
            Block::Paragraph(text()),
            Block::Own(vec![text()]),
            Block::Missing { title: text(), sentences: vec![text()] },
            Block::Caution(text()),
            Block::Facts(vec![(text(), text())]),
            Block::List(vec![text()]),
            Block::Table(table),
            Block::Matrix(matrix),
        ];
        Report {
            municipality: text(),
            title: text(),
            day: text(),
            preface: vec![Block::Paragraph(text())],
            contents: text(),
            lacking: text(),
            sections: vec![ReportSection { title: text(), lacks: true, blocks }],
            colophon: vec![text()],
            page: text(),
            origin: origin(HOSTILE),
        }
    }

    #[test]
    fn no_text_of_the_file_becomes_markup() {
        let html = html(&hostile());
        for forbidden in ["<script", "<img", "onerror=alert(1)>", "\" onload", "\0", "\u{202e}"] {
            assert!(!html.contains(forbidden), "{forbidden:?} is in the file");
        }
        // The one style ends where we end it, and no attribute is broken out of.
        assert_eq!(html.matches("</style>").count(), 1);
        assert_eq!(html.matches("<style>").count(), 1);
        assert!(html.contains("&lt;script&gt;"), "the text itself is there to be read");
    }

    #[test]
    fn every_tag_that_begins_ends() {
        let html = html(&hostile());
        let body = &html[html.find("<body>").expect("a body")..];
        let mut open: Vec<&str> = Vec::new();
        for part in body.split('<').skip(1) {
            let tag = part.split('>').next().expect("a tag ends");
            match tag.strip_prefix('/') {
                Some("html") => {}
                Some(name) => assert_eq!(open.pop(), Some(name)),
                None => open.push(tag.split(' ').next().expect("a name")),
            }
        }
        assert!(open.is_empty(), "{open:?}");
    }

    #[test]
    fn a_file_asks_for_nothing_and_runs_nothing() {
        let html = html(&report(vec![Block::Paragraph("x".into())]));
        assert!(html.contains("default-src 'none'"));
        for from_elsewhere in ["http:", "https:", "url(", "@import", "<link", "src=", "<script"] {
            assert!(!html.contains(from_elsewhere), "{from_elsewhere}");
        }
    }

    #[test]
    fn what_stands_in_the_margins_cannot_end_its_string() {
        assert_eq!(css_text("Åre 2"), "\"Åre 2\"");
        assert_eq!(css_text("\";}</style>\\\n"), "\"\\22 \\3b \\7d \\3c \\2f style\\3e \\5c \\a \"");
    }

    #[test]
    fn headings_are_numbered_and_listed_with_what_lacks_something() {
        let mut report = report(vec![]);
        report.sections.push(ReportSection { title: "Åtgärder".into(), lacks: true, blocks: vec![] });
        let html = html(&report);
        assert!(html.contains("<h2>1. Risker</h2>"));
        assert!(html.contains("<a href=\"#part-2\">Åtgärder</a>\n<span class=\"report-lacking\">ofullständig</span>"));
        assert_eq!(html.matches("ofullständig").count(), 1);
    }
}
