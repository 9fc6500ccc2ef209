/** Names by which technologies go besides their own, as they are used; from common knowledge, not from a source. */
export const otherNames: Record<string, readonly string[]> = {
  'whole-genome-sequencing-in-routine-care': ['WGS'],
  'circulating-tumour-dna-liquid-biopsy': ['ctDNA testing', 'Liquid biopsy'],
  'multi-cancer-early-detection-blood-test': ['MCED test'],
  'population-polygenic-risk-scores': ['PRS'],
  'optical-genome-mapping': ['OGM'],
  'total-body-pet': ['Long axial field-of-view PET'],
  'photon-counting-ct': ['PCCT', 'Spectral photon-counting CT'],
  'portable-low-field-mri': ['Ultra-low-field MRI'],
  'wearable-quantum-magnetoencephalography': ['OPM-MEG'],
  'ai-support-for-histopathology': ['AI in digital pathology', 'Computational pathology'],
  'hybrid-closed-loop-insulin-delivery': ['Artificial pancreas'],
  'targeted-next-generation-sequencing-for-drug-resistant-tuberculosis': ['tNGS for tuberculosis'],
  'ambient-ai-scribes': ['Ambient voice technology'],
  'capsule-sponge-test-for-barretts-oesophagus': ['Cytosponge'],
  'hpv-self-sampling-for-cervical-screening': ['HPV self-collection'],
  'bacteriophage-therapy': ['Phage therapy'],
  'post-mortem-ct': ['PMCT'],
}

/** Categories whose technologies are the demonstration scanner's to look after; the others are nobody's yet. */
export const lookedAfter: readonly string[] = ['genomics', 'pathogen-genomics', 'imaging-radiotherapy']
