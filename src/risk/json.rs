//! Matrices and what is unwise about them as JSON, and as a file of their own.

use super::advice::advise;
use super::table::CheckedMatrix;
use crate::organisation::method::Scale;
use crate::organisation::number::saturating;
use crate::organisation::problem::{MatrixAdvice, MatrixCell};
use crate::organisation::record::Value;
use crate::organisation::write::{ObjectWriter, pretty, write_list};
use crate::organisation::{FORMAT, canonical, read};

/// The matrices with their sizes, grids and advice: two spaces of indentation, a line feed at the end.
pub fn to_json<'t>(tables: impl IntoIterator<Item = &'t CheckedMatrix<'t>>) -> String {
    let mut out = String::new();
    let mut object = ObjectWriter::new(&mut out);
    write_list(tables, object.key("matrices"), |table, out| {
        let mut object = ObjectWriter::new(out);
        object.field("id", &table.matrix.id);
        object.field("likelihood", &u32::from(table.rows));
        object.field("consequence", &u32::from(table.columns));
        object.field("classes", &saturating(table.classes().len()));
        let class = |row: u8, column: u8| u32::from(table.class(row, column));
        let grid: Vec<Vec<u32>> =
            (1..=table.rows).map(|row| (1..=table.columns).map(|column| class(row, column)).collect()).collect();
        object.field("grid", &grid);
        write_list(advise(table), object.key("advice"), advice);
        object.end();
    });
    object.end();
    let mut json = pretty(&out);
    json.push('\n');
    json
}

fn advice(advice: MatrixAdvice, out: &mut String) {
    let mut object = ObjectWriter::new(out);
    object.field("kind", &advice.kind.word());
    let numbers = |cell: MatrixCell| cell.map(u32::from).to_vec();
    object.field("cells", &advice.cells.into_iter().map(numbers).collect::<Vec<_>>());
    object.end();
}

/// A file of the format, in canonical form, that holds these matrices and their scales and nothing else.
pub fn to_file<'t>(tables: impl IntoIterator<Item = &'t CheckedMatrix<'t>>) -> String {
    let (mut scales, mut matrices): (Vec<&Scale<'_>>, Vec<_>) = (Vec::new(), Vec::new());
    for table in tables {
        let own =
            table.has_likelihood().then_some(table.likelihood).into_iter().chain(table.dimensions.iter().copied());
        for scale in own {
            if scales.iter().all(|known| known.id != scale.id) {
                scales.push(scale);
            }
        }
        matrices.push(table.matrix);
    }
    let mut out = String::new();
    let mut object = ObjectWriter::new(&mut out);
    object.field("format", &FORMAT);
    write_list(scales, object.key("scales"), Value::write);
    write_list(matrices, object.key("matrices"), Value::write);
    object.end();
    read(&out, &mut |_| ()).map(|(file, _)| canonical::write(&file)).unwrap_or(out)
}
