/**
 * The XML-RPC interface of a node: both sides of the wire, and everything that hardens it, in one
 * place. Nothing outside this package knows of XML, HTTP or sockets.
 */
package paxoscope.rpc;
