import { addBanding } from './add-banding.ts';
import { addConditionalFormatRule } from './add-conditional-format-rule.ts';
import { addFilterView } from './add-filter-view.ts';
import { addNamedRange } from './add-named-range.ts';
import { addProtectedRange } from './add-protected-range.ts';
import { addTable } from './add-table.ts';
import { clearBasicFilter } from './clear-basic-filter.ts';
import { createDeveloperMetadata } from './create-developer-metadata.ts';
import { deleteBanding } from './delete-banding.ts';
import { deleteConditionalFormatRule } from './delete-conditional-format-rule.ts';
import { deleteDeveloperMetadata } from './delete-developer-metadata.ts';
import { deleteFilterView } from './delete-filter-view.ts';
import { deleteNamedRange } from './delete-named-range.ts';
import { deleteProtectedRange } from './delete-protected-range.ts';
import { deleteTable } from './delete-table.ts';
import { duplicateFilterView } from './duplicate-filter-view.ts';
import { setBasicFilter } from './set-basic-filter.ts';
import { setDataValidation } from './set-data-validation.ts';
import { updateBanding } from './update-banding.ts';
import { updateConditionalFormatRule } from './update-conditional-format-rule.ts';
import { updateDeveloperMetadata } from './update-developer-metadata.ts';
import { updateFilterView } from './update-filter-view.ts';
import { updateNamedRange } from './update-named-range.ts';
import { updateProtectedRange } from './update-protected-range.ts';
import { updateTable } from './update-table.ts';

/** The requests about what lies over the cells: tables, protections, rules, names, metadata, filters. */
export const servedObjects = {
  addBanding,
  addConditionalFormatRule,
  addFilterView,
  addNamedRange,
  addProtectedRange,
  addTable,
  clearBasicFilter,
  createDeveloperMetadata,
  deleteBanding,
  deleteConditionalFormatRule,
  deleteDeveloperMetadata,
  deleteFilterView,
  deleteNamedRange,
  deleteProtectedRange,
  deleteTable,
  duplicateFilterView,
  setBasicFilter,
  setDataValidation,
  updateBanding,
  updateConditionalFormatRule,
  updateDeveloperMetadata,
  updateFilterView,
  updateNamedRange,
  updateProtectedRange,
  updateTable,
};
