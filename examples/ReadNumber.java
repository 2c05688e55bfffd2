import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** java ReadNumber.java SERVICE PICTURE: prints each number in the picture. */
class ReadNumber {
    /** Enough for this answer without a JSON library; with one, it is {@code numbers[].text}. */
    private static final Pattern TEXT =
            Pattern.compile("\"value\"\\s*:\\s*\"\\d+\"\\s*,\\s*\"text\"\\s*:\\s*\"([^\"]*)\"");

    public static void main(String[] args) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(args[0] + "/predict?alternatives=0"))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofFile(Path.of(args[1])))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            System.err.println(answer.body()); // a problem, RFC 9457: its "detail" is for people
            System.exit(1);
        }
        TEXT.matcher(answer.body()).results().forEach(number -> System.out.println(number.group(1)));
    }
}
