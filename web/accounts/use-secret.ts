import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'

/**
 * The secret of the link that led here. It stands after the #, which browsers send to no server; it is taken out of the address as soon as
 * it is read, so that it stays in no history and on no shared screen. Undefined where it is not whole: many a mail program breaks a long link,
 * and half a secret could only be refused, in words about secrets.
 */
export function useSecret(): string | undefined {
  const { hash, pathname, search } = useLocation()
  const go = useNavigate()
  const [secret, setSecret] = useState(() => hash.slice(1))
  useEffect(() => {
    if (!hash) return
    setSecret(hash.slice(1))
    void go(pathname + search, { replace: true })
  }, [hash, pathname, search, go])
  return /^[\w-]{43}$/.test(secret) ? secret : undefined
}
