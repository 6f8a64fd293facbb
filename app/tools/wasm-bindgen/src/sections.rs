//! Custom sections of a module: names of functions and the like, which only debuggers and tools read.

use wasm_encoder::{Module, RawSection};
use wasmparser::{BinaryReaderError, Parser, Payload};

/// A module with those of its custom sections that are `kept`, by name, and no others.
///
/// # Errors
/// The parser's own, with the byte offset, when `module` is not WebAssembly.
pub fn with_custom_sections(module: &[u8], kept: &[&str]) -> Result<Vec<u8>, BinaryReaderError> {
    let mut output = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        let section = match &payload {
            Payload::CustomSection(custom) if !kept.contains(&custom.name()) => None,
            other => other.as_section(),
        };
        if let Some((id, range)) = section {
            let data = &module[range.start as usize..range.end as usize];
            output.section(&RawSection { id, data });
        }
    }
    Ok(output.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;
    use wasm_encoder::{CustomSection, MemorySection, MemoryType};

    fn module(custom: &[&str]) -> Vec<u8> {
        let mut module = Module::new();
        let mut memory = MemorySection::new();
        memory.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        module.section(&memory);
        for &name in custom {
            module.section(&CustomSection { name: name.into(), data: Cow::Borrowed(b"data") });
        }
        module.finish()
    }

    #[test]
    fn custom_sections_go_unless_they_are_kept() {
        let all = module(&["name", "target_features", "producers"]);
        let kept = with_custom_sections(&all, &["target_features"]).unwrap();
        assert_eq!(kept, module(&["target_features"]));
        assert_eq!(with_custom_sections(&all, &[]).unwrap(), module(&[]));
    }

    #[test]
    fn bytes_that_are_no_module_are_refused() {
        assert!(with_custom_sections(b"no module", &[]).is_err());
    }
}
