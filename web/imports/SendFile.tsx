import type { ChangeEvent, DragEvent } from 'react'
import type { ImportKind } from '../../api/contract/imports.ts'
import { largestImport } from '../../api/contract/media.ts'
import { link, paths } from '../../api/contract/paths.ts'
import { useAddress } from '../shared/address.ts'
import { endings, kindOf, type Offer, offerNames, useOffers } from './offers.ts'
import { RatingsFor } from './RatingsFor.tsx'
import { useSending } from './use-sending.ts'
import { sizeInWords } from './words.ts'

/** Says what a file brings, and takes it: by a button, or dropped. Nothing is entered by sending it. */
export function SendFile() {
  const { get, change } = useAddress()
  const offers = useOffers()
  const offer = offers.find((one) => one === get('kind')) ?? offers[0]!
  const { send, sending, wrong } = useSending(offer, get('scan'))
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    // The same file, corrected meanwhile, may be chosen again.
    event.target.value = ''
    if (file) void send(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    const file = event.dataTransfer.files[0]
    if (file) void send(file)
  }
  return (
    <section aria-label="Bring a file in" className="offing-imports__send">
      <p className="nhsuk-u-reading-width">
        Send a file. It is read and checked row by row, and you see all that was found in it before anything is entered.
      </p>
      <fieldset className="nhsuk-fieldset nhsuk-form-group">
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">What does the file bring?</legend>
        <div className="nhsuk-radios nhsuk-radios--inline nhsuk-radios--small">
          {offers.map((one) => (
            <div className="nhsuk-radios__item" key={one}>
              <input
                className="nhsuk-radios__input"
                type="radio"
                name="kind"
                id={`kind-${one}`}
                checked={one === offer}
                onChange={() => change({ kind: one })}
              />
              <label className="nhsuk-label nhsuk-radios__label" htmlFor={`kind-${one}`}>
                {offerNames[one]}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      {offer === 'ratings' && <RatingsFor />}
      {offer !== 'radar' && <Templates kind={kindOf(offer)} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a shorter way of choosing it */}
      <div className="offing-imports__drop" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <label className="nhsuk-label" htmlFor="import-file">
          Choose a file, or drop one here
        </label>
        <div className="nhsuk-hint">
          <Takes offer={offer} />
        </div>
        <input id="import-file" type="file" accept={endings(offer)} disabled={sending !== ''} onChange={choose} />
      </div>
      <div role="status">
        {sending && (
          <p>
            Sending {sending} … <progress aria-label="Sending the file" />
          </p>
        )}
      </div>
      {wrong && (
        <div className="offing-callout offing-callout--warning" role="alert">
          <h2 className="nhsuk-heading-s">This file was not taken</h2>
          <p>{wrong}</p>
        </div>
      )}
    </section>
  )
}

function Takes({ offer }: { offer: Offer }) {
  if (offer === 'radar')
    return `A radar of Thoughtworks (CSV or JSON), AOE or Backstage (JSON) of at most ${sizeInWords(largestImport.radar)}`
  const { csv, xlsx } = largestImport
  return `CSV of at most ${sizeInWords(csv)}, or an Excel workbook (XLSX) of at most ${sizeInWords(xlsx)}`
}

function Templates({ kind }: { kind: ImportKind }) {
  return (
    <p>
      Begin with an empty list of {kind}: <a href={link(paths.importTemplateWorkbook, { kind })}>for Excel (XLSX)</a> or{' '}
      <a href={link(paths.importTemplateCsv, { kind })}>as CSV</a>. Your own headings will do as well: you can say what
      each column holds.
    </p>
  )
}
