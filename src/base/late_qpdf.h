/*
 * src/base/late_qpdf.h - libqpdf, loaded when it is first needed (base/late.h).
 *
 * In place of its own header: functions are called by their own names. One that is not in the
 * lists yet does not link; it goes into both.
 */
#ifndef ZIVOS_BASE_LATE_QPDF_H
#define ZIVOS_BASE_LATE_QPDF_H

#include <qpdf/qpdf-c.h>
#include "base/late.h"

#define LATE_QPDF_FUNCTIONS(X) \
	X(qpdf_add_page) X(qpdf_allow_modify_assembly) X(qpdf_allow_modify_other) X(qpdf_cleanup) \
	X(qpdf_force_pdf_version) X(qpdf_get_error) X(qpdf_get_error_code) X(qpdf_get_error_full_text) \
	X(qpdf_get_error_message_detail) X(qpdf_get_num_pages) X(qpdf_get_object_by_id) X(qpdf_get_page_n) \
	X(qpdf_get_pdf_version) X(qpdf_get_root) X(qpdf_get_trailer) X(qpdf_has_error) X(qpdf_init) \
	X(qpdf_init_write) X(qpdf_is_encrypted) X(qpdf_make_indirect_object) X(qpdf_more_warnings) \
	X(qpdf_next_warning) X(qpdf_oh_append_item) X(qpdf_oh_begin_dict_key_iter) \
	X(qpdf_oh_copy_foreign_object) X(qpdf_oh_dict_more_keys) X(qpdf_oh_dict_next_key) \
	X(qpdf_oh_get_array_item) X(qpdf_oh_get_array_n_items) X(qpdf_oh_get_binary_string_value) \
	X(qpdf_oh_get_bool_value) X(qpdf_oh_get_dict) X(qpdf_oh_get_generation) X(qpdf_oh_get_int_value) \
	X(qpdf_oh_get_int_value_as_int) X(qpdf_oh_get_key) X(qpdf_oh_get_name) X(qpdf_oh_get_numeric_value) \
	X(qpdf_oh_get_object_id) X(qpdf_oh_get_page_content_data) X(qpdf_oh_get_real_value) \
	X(qpdf_oh_get_stream_data) X(qpdf_oh_get_type_code) X(qpdf_oh_has_key) X(qpdf_oh_is_array) \
	X(qpdf_oh_is_dictionary) X(qpdf_oh_is_indirect) X(qpdf_oh_is_integer) X(qpdf_oh_is_name) \
	X(qpdf_oh_is_name_and_equals) X(qpdf_oh_is_number) X(qpdf_oh_is_stream) X(qpdf_oh_new_array) \
	X(qpdf_oh_new_dictionary) X(qpdf_oh_new_integer) X(qpdf_oh_new_name) X(qpdf_oh_new_null) \
	X(qpdf_oh_new_real_from_double) X(qpdf_oh_new_stream) X(qpdf_oh_new_string) \
	X(qpdf_oh_new_unicode_string) X(qpdf_oh_parse) X(qpdf_oh_release) X(qpdf_oh_remove_key) \
	X(qpdf_oh_replace_key) X(qpdf_oh_replace_stream_data) X(qpdf_oh_unparse) \
	X(qpdf_oh_unparse_resolved) X(qpdf_push_inherited_attributes_to_page) X(qpdf_read) \
	X(qpdf_read_memory) X(qpdf_remove_page) X(qpdf_set_compress_streams) X(qpdf_set_decode_level) \
	X(qpdf_set_deterministic_ID) X(qpdf_set_object_stream_mode) X(qpdf_set_preserve_encryption) \
	X(qpdf_set_suppress_warnings) X(qpdf_silence_errors) X(qpdf_write)

struct late_qpdf {
#define X(f) __typeof__(f) *f##_;
	LATE_QPDF_FUNCTIONS(X)
#undef X
};
/* Filled by what all use of the library begins with. */
const struct late_qpdf *late_qpdf(void);

#define qpdf_add_page late_qpdf()->qpdf_add_page_
#define qpdf_allow_modify_assembly late_qpdf()->qpdf_allow_modify_assembly_
#define qpdf_allow_modify_other late_qpdf()->qpdf_allow_modify_other_
#define qpdf_cleanup late_qpdf()->qpdf_cleanup_
#define qpdf_force_pdf_version late_qpdf()->qpdf_force_pdf_version_
#define qpdf_get_error late_qpdf()->qpdf_get_error_
#define qpdf_get_error_code late_qpdf()->qpdf_get_error_code_
#define qpdf_get_error_full_text late_qpdf()->qpdf_get_error_full_text_
#define qpdf_get_error_message_detail late_qpdf()->qpdf_get_error_message_detail_
#define qpdf_get_num_pages late_qpdf()->qpdf_get_num_pages_
#define qpdf_get_object_by_id late_qpdf()->qpdf_get_object_by_id_
#define qpdf_get_page_n late_qpdf()->qpdf_get_page_n_
#define qpdf_get_pdf_version late_qpdf()->qpdf_get_pdf_version_
#define qpdf_get_root late_qpdf()->qpdf_get_root_
#define qpdf_get_trailer late_qpdf()->qpdf_get_trailer_
#define qpdf_has_error late_qpdf()->qpdf_has_error_
#define qpdf_init late_qpdf()->qpdf_init_
#define qpdf_init_write late_qpdf()->qpdf_init_write_
#define qpdf_is_encrypted late_qpdf()->qpdf_is_encrypted_
#define qpdf_make_indirect_object late_qpdf()->qpdf_make_indirect_object_
#define qpdf_more_warnings late_qpdf()->qpdf_more_warnings_
#define qpdf_next_warning late_qpdf()->qpdf_next_warning_
#define qpdf_oh_append_item late_qpdf()->qpdf_oh_append_item_
#define qpdf_oh_begin_dict_key_iter late_qpdf()->qpdf_oh_begin_dict_key_iter_
#define qpdf_oh_copy_foreign_object late_qpdf()->qpdf_oh_copy_foreign_object_
#define qpdf_oh_dict_more_keys late_qpdf()->qpdf_oh_dict_more_keys_
#define qpdf_oh_dict_next_key late_qpdf()->qpdf_oh_dict_next_key_
#define qpdf_oh_get_array_item late_qpdf()->qpdf_oh_get_array_item_
#define qpdf_oh_get_array_n_items late_qpdf()->qpdf_oh_get_array_n_items_
#define qpdf_oh_get_binary_string_value late_qpdf()->qpdf_oh_get_binary_string_value_
#define qpdf_oh_get_bool_value late_qpdf()->qpdf_oh_get_bool_value_
#define qpdf_oh_get_dict late_qpdf()->qpdf_oh_get_dict_
#define qpdf_oh_get_generation late_qpdf()->qpdf_oh_get_generation_
#define qpdf_oh_get_int_value late_qpdf()->qpdf_oh_get_int_value_
#define qpdf_oh_get_int_value_as_int late_qpdf()->qpdf_oh_get_int_value_as_int_
#define qpdf_oh_get_key late_qpdf()->qpdf_oh_get_key_
#define qpdf_oh_get_name late_qpdf()->qpdf_oh_get_name_
#define qpdf_oh_get_numeric_value late_qpdf()->qpdf_oh_get_numeric_value_
#define qpdf_oh_get_object_id late_qpdf()->qpdf_oh_get_object_id_
#define qpdf_oh_get_page_content_data late_qpdf()->qpdf_oh_get_page_content_data_
#define qpdf_oh_get_real_value late_qpdf()->qpdf_oh_get_real_value_
#define qpdf_oh_get_stream_data late_qpdf()->qpdf_oh_get_stream_data_
#define qpdf_oh_get_type_code late_qpdf()->qpdf_oh_get_type_code_
#define qpdf_oh_has_key late_qpdf()->qpdf_oh_has_key_
#define qpdf_oh_is_array late_qpdf()->qpdf_oh_is_array_
#define qpdf_oh_is_dictionary late_qpdf()->qpdf_oh_is_dictionary_
#define qpdf_oh_is_indirect late_qpdf()->qpdf_oh_is_indirect_
#define qpdf_oh_is_integer late_qpdf()->qpdf_oh_is_integer_
#define qpdf_oh_is_name late_qpdf()->qpdf_oh_is_name_
#define qpdf_oh_is_name_and_equals late_qpdf()->qpdf_oh_is_name_and_equals_
#define qpdf_oh_is_number late_qpdf()->qpdf_oh_is_number_
#define qpdf_oh_is_stream late_qpdf()->qpdf_oh_is_stream_
#define qpdf_oh_new_array late_qpdf()->qpdf_oh_new_array_
#define qpdf_oh_new_dictionary late_qpdf()->qpdf_oh_new_dictionary_
#define qpdf_oh_new_integer late_qpdf()->qpdf_oh_new_integer_
#define qpdf_oh_new_name late_qpdf()->qpdf_oh_new_name_
#define qpdf_oh_new_null late_qpdf()->qpdf_oh_new_null_
#define qpdf_oh_new_real_from_double late_qpdf()->qpdf_oh_new_real_from_double_
#define qpdf_oh_new_stream late_qpdf()->qpdf_oh_new_stream_
#define qpdf_oh_new_string late_qpdf()->qpdf_oh_new_string_
#define qpdf_oh_new_unicode_string late_qpdf()->qpdf_oh_new_unicode_string_
#define qpdf_oh_parse late_qpdf()->qpdf_oh_parse_
#define qpdf_oh_release late_qpdf()->qpdf_oh_release_
#define qpdf_oh_remove_key late_qpdf()->qpdf_oh_remove_key_
#define qpdf_oh_replace_key late_qpdf()->qpdf_oh_replace_key_
#define qpdf_oh_replace_stream_data late_qpdf()->qpdf_oh_replace_stream_data_
#define qpdf_oh_unparse late_qpdf()->qpdf_oh_unparse_
#define qpdf_oh_unparse_resolved late_qpdf()->qpdf_oh_unparse_resolved_
#define qpdf_push_inherited_attributes_to_page late_qpdf()->qpdf_push_inherited_attributes_to_page_
#define qpdf_read late_qpdf()->qpdf_read_
#define qpdf_read_memory late_qpdf()->qpdf_read_memory_
#define qpdf_remove_page late_qpdf()->qpdf_remove_page_
#define qpdf_set_compress_streams late_qpdf()->qpdf_set_compress_streams_
#define qpdf_set_decode_level late_qpdf()->qpdf_set_decode_level_
#define qpdf_set_deterministic_ID late_qpdf()->qpdf_set_deterministic_ID_
#define qpdf_set_object_stream_mode late_qpdf()->qpdf_set_object_stream_mode_
#define qpdf_set_preserve_encryption late_qpdf()->qpdf_set_preserve_encryption_
#define qpdf_set_suppress_warnings late_qpdf()->qpdf_set_suppress_warnings_
#define qpdf_silence_errors late_qpdf()->qpdf_silence_errors_
#define qpdf_write late_qpdf()->qpdf_write_

#endif
