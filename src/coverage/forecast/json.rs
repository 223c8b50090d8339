//! A forecast as `ombud forecast --json` prints it.

use super::Forecast;
use crate::organisation::value::Date;
use crate::organisation::write::{ObjectWriter, pretty, write_list};

impl Forecast<'_> {
    /// The steps as JSON: two spaces of indentation, a line feed at the end.
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        let mut forecast = ObjectWriter::new(&mut out);
        write_list(self.days(), forecast.key("steps"), |day, out| self.step(day, out));
        forecast.end();
        let mut json = pretty(&out);
        json.push('\n');
        json
    }

    fn step(&self, day: Date, out: &mut String) {
        let mut step = ObjectWriter::new(out);
        step.field("date", &day);
        write_list(&self.courses, step.key("rules"), |course, out| {
            let figures = course.on(day);
            let mut rule = ObjectWriter::new(out);
            rule.field("id", &course.rule.id);
            rule.field("applicable", &figures.applicable);
            rule.field("met", &figures.met);
            rule.end();
        });
        step.end();
    }
}
