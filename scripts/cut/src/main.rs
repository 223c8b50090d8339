//! Cuts a linked program into files and binds it to its script: `ombud-cut NAME PROGRAM FOLDER`. The parts and what tells
//! of them are written into the folder, the bound program and its script into `bound/` in there. `scripts/program.mjs`
//! calls it.
//!
//! The tools that do these two things by themselves bring a server, a client and a parser of arguments, which take longer
//! to compile than all of this.

use std::error::Error;
use std::path::Path;
use std::{env, fs, process};

use wasm_bindgen_cli_support::Bindgen;
use wasm_split_cli_support::{Options, transform};

fn main() {
    let args: Vec<_> = env::args().skip(1).collect();
    let done = match &args[..] {
        [flag] if flag == "--version" => Ok(println!("{}", env!("CARGO_PKG_VERSION"))),
        [name, program, folder] => cut(name, Path::new(program), Path::new(folder)),
        _ => Err("usage: ombud-cut NAME PROGRAM FOLDER".into()),
    };
    if let Err(error) = done {
        eprintln!("ombud-cut: {error}");
        process::exit(1);
    }
}

fn cut(name: &str, program: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
    let linked = fs::read(program)?;
    let (main, script) = (folder.join(format!("{name}.wasm")), format!("./{name}.js"));
    let mut options = Options::new(&linked);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.main_module = &script;
    transform(options)?;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(&main)
        .out_name(name)
        .keep_lld_exports(true)
        .typescript(false)
        .omit_default_module_path(false)
        .web(true)?
        .generate(folder.join("bound"))?;
    Ok(())
}
