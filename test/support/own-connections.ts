/**
 * Every `fetch` of a test takes a connection of its own: one kept open may be closed by the server in the
 * very moment in which the next request is sent, and the test would fail for no fault of the program's.
 */
import { Agent, setGlobalDispatcher } from 'undici';

setGlobalDispatcher(new Agent({ pipelining: 0 }));
