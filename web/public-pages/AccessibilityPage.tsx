import { useAbout } from '../shared/queries.ts'
import { useTitle } from '../shared/use-title.ts'
import { Contact } from './Contact.tsx'

/** How far everybody can use the registry, for anyone. docs/data-protection/accessibility-statement.md is the same, to adopt. */
export default function AccessibilityPage() {
  useTitle('Accessibility')
  const organisation = useAbout().data?.organisation ?? 'The organisation'
  return (
    <div className="nhsuk-u-reading-width">
      <h1 className="nhsuk-heading-l">Accessibility statement</h1>
      <p>
        {organisation} runs this registry, and wants as many people as possible to be able to use it. You should be able
        to:
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>change colours, contrast and fonts in your browser</li>
        <li>zoom in up to 400% without text spilling off the screen; wide tables scroll within themselves</li>
        <li>use all of it with a keyboard alone, and with a screen reader</li>
        <li>read every chart as a table or a sentence, one step away, and print it in black and white</li>
      </ul>
      <h2 className="nhsuk-heading-m">How accessible it is</h2>
      <p>
        It was built to meet level AA of the Web Content Accessibility Guidelines 2.2. It has been checked by its makers
        only: no independent audit was made, and no disabled people have tested it yet. Until an audit was made it
        should be called partially compliant.
      </p>
      <h2 className="nhsuk-heading-m">What we know is not good enough</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>Slides (PPTX) and spreadsheets that leave the registry have not been checked for accessibility.</li>
        <li>Files that people attach to evidence are as accessible as whoever made them left them.</li>
        <li>
          On the radar, places left and right within a slice mean nothing; the list beside it says the same in order.
        </li>
        <li>Not tested with voice control, nor with screen magnifiers.</li>
      </ul>
      <h2 className="nhsuk-heading-m">If something does not work for you</h2>
      <Contact what="Tell, or ask for another form of the information from," />
      <p>
        If you are not content with the answer, contact the{' '}
        <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>. The Equality and
        Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
        Accessibility Regulations 2018.
      </p>
      <h2 className="nhsuk-heading-m">How it was tested</h2>
      <p>
        Each page is opened in Chromium at 360 and 1,280 pixels before every release and checked by axe-core against
        WCAG 2.0, 2.1 and 2.2 at levels A and AA; whole tasks are walked by keyboard alone. Such checks find some faults
        and not all.
      </p>
    </div>
  )
}
