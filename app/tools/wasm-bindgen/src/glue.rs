//! The scripts of a program in two files, as one.
//!
//! wasm-bindgen writes the script of the first file. It imports from [`LINK`] the functions that fetch
//! the later files. The splitter writes these functions, in a script that imports from the first. In
//! one script neither import is needed, and no browser has to ask for a second one.

/// The name by which the first script imports the second.
pub const LINK: &str = "./split.js";

/// Why two scripts cannot be joined.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum GlueError {
    /// The script of the first file does not import the other, or not in the known way.
    #[error("expected lines `import * as NAME from \"{LINK}\"` in it, found none")]
    Import,
    /// The script of the splitter starts in an unknown way.
    #[error("expected `import … from \"./main.js\"` as the first line of {LINK}, found `{0}`")]
    FirstLine(String),
    /// The script of the splitter fetches nothing.
    #[error(
        "expected `export const NAME = …` in {LINK}, for each file that comes later; found none"
    )]
    NoLoader,
    /// A later file is not fetched from one place.
    #[error("expected `{address}` once in {LINK}, found it {count} times")]
    Address {
        /// The address of the file.
        address: String,
        /// How often it occurs.
        count: usize,
    },
}

/// The script of the first file, with the functions of `link` in place of their import.
///
/// # Errors
/// [`GlueError`] when a script does not have the form that these versions of the tools write.
pub fn joined(script: &str, link: &str) -> Result<String, GlueError> {
    let is_import = |line: &&str| line.starts_with("import * as ") && line.contains(LINK);
    // One for each of the functions.
    let imports: Vec<&str> = script.lines().filter(is_import).collect();
    let name = |import: &&str| import.split_whitespace().nth(3).unwrap_or_default().to_owned();
    let Some(first_import) = imports.first() else { return Err(GlueError::Import) };

    let (first, functions) = link.split_once('\n').unwrap_or((link, ""));
    if !(first.starts_with("import ") && first.contains("\"./main.js\"")) {
        return Err(GlueError::FirstLine(first.to_owned()));
    }
    let loaders: Vec<&str> = functions
        .lines()
        .filter_map(|line| line.strip_prefix("export const ")?.split(' ').next())
        .collect();
    if loaders.is_empty() {
        return Err(GlueError::NoLoader);
    }
    let object = format!("{{ {} }}", loaders.join(", "));
    let objects: Vec<String> =
        imports.iter().map(|import| format!("{} = {object}", name(import))).collect();
    let object = format!("const {};", objects.join(", "));
    let script = script.replacen(first_import, &format!("{functions}{object}"), 1);
    Ok(imports[1..].iter().fold(script, |script, import| script.replacen(import, "", 1)))
}

/// Gives an answer the type of a program: a browser starts no other, and old hosts do not know it.
/// An answer that has the type is left as it is, so that the browser may keep what it compiled.
const TYPED: &str = r#".then((answer) =>
        answer.headers.get("Content-Type") === "application/wasm" ? answer
            : new Response(answer.body, { status: answer.status, headers: { "Content-Type": "application/wasm" } }))"#;

/// The script of the splitter, with another address for a later file, which starts whatever type
/// its host gives it.
///
/// # Errors
/// [`GlueError::Address`] unless the file is fetched in one place.
pub fn readdressed(link: &str, old: &str, new: &str) -> Result<String, GlueError> {
    let fetch = |address: &str| format!("fetch(new URL(\"{address}\", import.meta.url))");
    match link.matches(&fetch(old)).count() {
        1 => Ok(link.replace(&fetch(old), &format!("{}{TYPED}", fetch(new)))),
        count => Err(GlueError::Address { address: old.to_owned(), count }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The script of wasm-bindgen, as far as it matters here.
    const SCRIPT: &str = r#"import * as import1 from "./split.js"

let wasm;
function __wbg_get_imports() {
    return { "./split.js": import1 };
}
export default init;
"#;

    /// The script of the splitter, the same.
    const SPLIT: &str = r#"import { initSync } from "./main.js";

let sharedImports = undefined;
export const __wasm_split_load_fiches = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL("./split_fiches.wasm", import.meta.url));
}, []));
export const __wasm_split_load_plus = wrapAsyncCb(makeLoad(() => 0, []));
"#;

    #[test]
    fn the_functions_that_fetch_take_the_place_of_their_import() {
        let joined = joined(SCRIPT, SPLIT).unwrap();
        assert_eq!(
            joined,
            r#"
let sharedImports = undefined;
export const __wasm_split_load_fiches = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL("./split_fiches.wasm", import.meta.url));
}, []));
export const __wasm_split_load_plus = wrapAsyncCb(makeLoad(() => 0, []));
const import1 = { __wasm_split_load_fiches, __wasm_split_load_plus };

let wasm;
function __wbg_get_imports() {
    return { "./split.js": import1 };
}
export default init;
"#
        );
    }

    #[test]
    fn a_script_that_imports_the_functions_in_another_way_is_refused() {
        let named = SCRIPT.replace("* as import1", "{ load }");
        assert_eq!(joined(&named, SPLIT), Err(GlueError::Import));
        assert_eq!(
            GlueError::Import.to_string(),
            "expected lines `import * as NAME from \"./split.js\"` in it, found none"
        );
    }

    #[test]
    fn each_import_of_the_functions_has_them_all() {
        let twice = format!("import * as import2 from \"./split.js\"\n{SCRIPT}");
        let joined = joined(&twice, SPLIT).unwrap();
        let object = "{ __wasm_split_load_fiches, __wasm_split_load_plus }";
        assert!(joined.contains(&format!("const import2 = {object}, import1 = {object};")));
        assert!(!joined.contains("import * as"), "{joined}");
    }

    #[test]
    fn functions_in_an_unknown_form_are_refused() {
        let other = SPLIT.replacen("./main.js", "./app.js", 1);
        let error = joined(SCRIPT, &other).unwrap_err();
        assert_eq!(error, GlueError::FirstLine("import { initSync } from \"./app.js\";".into()));
        assert_eq!(joined(SCRIPT, ""), Err(GlueError::FirstLine(String::new())));
        let bare = "import { initSync } from \"./main.js\";\nlet sharedImports;\n";
        assert_eq!(joined(SCRIPT, bare), Err(GlueError::NoLoader));
    }

    #[test]
    fn a_later_file_gets_the_name_of_its_content() {
        let link = readdressed(SPLIT, "./split_fiches.wasm", "./snippets/fiches.0a1b.wasm");
        let link = link.unwrap();
        assert!(link.contains("new URL(\"./snippets/fiches.0a1b.wasm\", import.meta.url)"));
        assert!(!link.contains("split_fiches.wasm"));
        assert_eq!(link.matches("new Response(answer.body").count(), 1, "any type will do");
    }

    #[test]
    fn a_later_file_that_is_fetched_nowhere_or_twice_is_refused() {
        let error = readdressed(SPLIT, "./split_cartes.wasm", "./x.wasm").unwrap_err();
        assert_eq!(
            error.to_string(),
            "expected `./split_cartes.wasm` once in ./split.js, found it 0 times"
        );
        let twice = format!("{SPLIT}{SPLIT}");
        let error = readdressed(&twice, "./split_fiches.wasm", "./x.wasm").unwrap_err();
        assert!(matches!(error, GlueError::Address { count: 2, .. }), "{error}");
    }
}
