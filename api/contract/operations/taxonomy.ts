import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { AddTaxonRequest, ChangeTaxonRequest, Taxon, TaxonList, TaxonVersionList } from '../taxonomy.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'

const ofTaxon = z.strictObject({ taxon: reference() })

export const listTaxonomy = operation({
  id: 'listTaxonomy',
  method: 'get',
  path: paths.taxonomy,
  summary: 'Groupings, specialisms and categories as they can be changed, each in its order',
  answers: { 200: TaxonList },
})

export const addTaxon = operation({
  id: 'addTaxon',
  method: 'post',
  path: paths.taxonomy,
  summary: 'Add a grouping, a specialism or a category. The radar has room for twelve categories',
  body: AddTaxonRequest,
  answers: { 201: Taxon },
  problems: [409],
})

export const readTaxon = operation({
  id: 'readTaxon',
  method: 'get',
  path: paths.taxon,
  summary: 'One grouping, specialism or category, by its id',
  params: ofTaxon,
  answers: { 200: Taxon },
})

export const changeTaxon = operation({
  id: 'changeTaxon',
  method: 'put',
  path: paths.taxon,
  summary:
    'Rename or change a grouping, a specialism or a category, with the reason. Its slug stays; scans that have begun and editions keep the words of then',
  params: ofTaxon,
  body: ChangeTaxonRequest,
  answers: { 200: Taxon },
  problems: [409],
  conditional: true,
})

export const listTaxonVersions = operation({
  id: 'listTaxonVersions',
  method: 'get',
  path: paths.taxonVersions,
  summary: 'What a grouping, a specialism or a category was at each of its versions, newest first',
  params: ofTaxon,
  answers: { 200: TaxonVersionList },
})
